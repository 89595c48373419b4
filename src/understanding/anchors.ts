import { type Anchors, between, cheapest, inBothCases, union } from "./anchor-sets.ts";

/**
 * What is known of a pattern or a part of one: which characters a text must hold one of, and which others it must hold
 * one of as well (the same where there are no others), with which of them what it takes begins (with anything where that
 * is undefined), whether it may take nothing, and whether it only fits the beginning of a text.
 */
type Known = {
  readonly needs: Anchors;
  readonly also: Anchors;
  readonly begins: Anchors;
  readonly empty: boolean;
  readonly first: boolean;
};

const NONE: ReadonlySet<string> = new Set();
const ANY: Known = { needs: undefined, also: undefined, begins: undefined, empty: false, first: false };
const NOTHING: Known = { needs: undefined, also: undefined, begins: NONE, empty: true, first: false };

function oneOf(characters: ReadonlySet<string>): Known {
  const needs = characters.size > MOST ? undefined : characters;
  return { needs, also: needs, begins: characters, empty: false, first: false };
}

/**
 * Tells from a pattern which characters a text must hold one of, so that most patterns need not be tried on most
 * texts. Never says too much: what it does not understand needs nothing.
 */
export const anchorsOf = (pattern: RegExp): Anchors => knownOf(pattern).needs;

/** The same, and of which other characters a text must hold one as well; undefined where there are none. */
export function pairOf(pattern: RegExp): { readonly needs: Anchors; readonly also: Anchors } {
  const { needs, also } = knownOf(pattern);
  return { needs, also: also === needs ? undefined : also };
}

/** Tells which characters one of a text must begin with; undefined where it may fit elsewhere, or begin with any. */
export const beginsOf = (pattern: RegExp): Anchors =>
  knownOf(pattern).first && !/[my]/u.test(pattern.flags) ? startsOf(pattern) : undefined;

/** True for a pattern that fits the beginning of a text only. */
export const isFirst = (pattern: RegExp): boolean => knownOf(pattern).first && !/[my]/u.test(pattern.flags);

/** Tells which characters one of what it takes begins with; undefined where it may take nothing, or begin with any. */
export function startsOf(pattern: RegExp): Anchors {
  const { begins, empty } = knownOf(pattern);
  return empty ? undefined : begins;
}

function knownOf({ source, flags }: RegExp): Known {
  if (flags.includes("v") || UNKNOWN.test(source)) return ANY;
  const known = new Reader(source).alternatives();
  if (!flags.includes("i")) return known;
  const { needs, also, begins } = known;
  return { ...known, needs: inBothCases(needs), also: inBothCases(also), begins: inBothCases(begins) };
}

// (?i: and the like.
const UNKNOWN = /\(\?[^:=!<]/u;

const DIGITS: ReadonlySet<string> = new Set("0123456789");
const BLANKS: ReadonlySet<string> = new Set(
  Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code)).filter((one) => /\s/u.test(one)),
);
/** A class of more characters than these tells next to nothing. */
const MOST = 40;

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Known {
    const all: Known[] = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at += 1;
      all.push(this.sequence());
    }
    return {
      needs: union(all.map((one) => one.needs)),
      also: union(all.map((one) => one.also)),
      begins: union(all.map((one) => one.begins)),
      empty: all.some((one) => one.empty),
      first: all.every((one) => one.first),
    };
  }

  private sequence(): Known {
    let { begins, empty, first } = NOTHING;
    const all: Known[] = [];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      const atom = this.atom();
      if (empty) {
        begins = union([begins, atom.begins]);
        first ||= atom.first;
      }
      all.push(atom);
      empty &&= atom.empty;
    }
    // What is said in one word goes together: two words apart tell more.
    const [needs, other] = cheapest(all.map((one) => one.needs));
    const also = other ?? all.find((one) => one.needs === needs)?.also;
    return { needs, also, begins, empty, first };
  }

  // What may be left out tells nothing of the place it stands at either.
  private atom(): Known {
    const bare = this.bare();
    const quantifier = /^(?:[?*+]|\{(?<least>\d+),?\d*\})\??/u.exec(this.source.slice(this.at));
    if (quantifier === null) return bare;
    this.at += quantifier[0].length;
    const optional = /^[?*]/u.test(quantifier[0]) || quantifier.groups?.["least"] === "0";
    return optional ? { ...NOTHING, begins: bare.begins } : bare;
  }

  private bare(): Known {
    const character = this.source[this.at] ?? "";
    if (character === "(") return this.group();
    if (character === "[") return this.set();
    if (character === "\\") return this.escaped();
    this.at += 1;
    if (character === "^") return { ...NOTHING, first: true };
    if (character === "$") return NOTHING;
    return /[.\ud800-\udfff]/u.test(character) ? ANY : oneOf(new Set([character]));
  }

  // What is only looked at takes nothing; what must not stand there needs nothing.
  private group(): Known {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(this.source.slice(this.at))?.[0] ?? "(";
    this.at += opening.length;
    const inner = this.alternatives();
    this.at += 1;
    if (opening.endsWith("!")) return NOTHING;
    return opening.endsWith("=") ? { ...NOTHING, needs: inner.needs, also: inner.also } : inner;
  }

  // [护各仁], [\d一二]: one of them is enough. What a wide range or [^…] takes in is too much to be named.
  private set(): Known {
    this.at += 1;
    const without = this.source[this.at] === "^";
    const all: Anchors[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "]") {
      const one = this.member();
      const range = this.source[this.at] === "-" && this.source[this.at + 1] !== "]";
      if (range) this.at += 1;
      all.push(range ? between(one, this.member()) : one);
    }
    this.at += 1;
    const whole = without ? undefined : union(all);
    return whole === undefined ? ANY : oneOf(whole);
  }

  private member(): Anchors {
    return this.source[this.at] === "\\" ? this.escaped().begins : new Set([this.source[this.at++] ?? ""]);
  }

  private escaped(): Known {
    const escape = /^\\(?:u(?<code>[\da-f]{4})|k<\w+>|[pu]\{[^}]*\}|x..|c.|[1-9]\d*|(?<other>.))/iu.exec(
      this.source.slice(this.at),
    );
    this.at += escape?.[0].length ?? 2;
    const { code, other = "" } = escape?.groups ?? {};
    if (code !== undefined) return oneOf(new Set([String.fromCharCode(Number.parseInt(code, 16))]));
    if (other === "d") return oneOf(DIGITS);
    if (other === "s") return oneOf(BLANKS);
    // \b takes nothing, \1 what was taken before; of \n, \w and the like nothing worth knowing is told.
    if (/[bB]/u.test(other) || /^\\(?:k<|[1-9])/u.test(escape?.[0] ?? "")) return { ...ANY, empty: true };
    return /\w/u.test(other) || other === "" ? ANY : oneOf(new Set([other]));
  }
}

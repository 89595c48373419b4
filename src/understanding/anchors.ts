/** Characters of which a text must hold at least one for a pattern to match; undefined where none can be told. */
type Anchors = ReadonlySet<string> | undefined;

/** An atom of a pattern, what it needs, and whether it may be left out. */
type Atom = { readonly needs: Anchors; readonly optional: boolean };

/**
 * Tells from a pattern which characters a text must hold one of, so that most patterns need not be tried on most
 * texts. Never says too much: what it does not understand needs nothing.
 */
export function anchorsOf({ source, flags }: RegExp): Anchors {
  return /[iv]/u.test(flags) || UNKNOWN.test(source) ? undefined : new Reader(source).alternatives();
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

  alternatives(): Anchors {
    const all: Anchors[] = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at += 1;
      all.push(this.sequence());
    }
    return union(all);
  }

  private sequence(): Anchors {
    let best: Anchors;
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      const { needs, optional } = this.atom();
      if (!optional && needs !== undefined && (best === undefined || cost(needs) < cost(best))) best = needs;
    }
    return best;
  }

  private atom(): Atom {
    const needs = this.bare();
    const quantifier = /^(?:[?*+]|\{(?<least>\d+),?\d*\})\??/u.exec(this.source.slice(this.at));
    if (quantifier === null) return { needs, optional: false };
    this.at += quantifier[0].length;
    return { needs, optional: /^[?*]/u.test(quantifier[0]) || quantifier.groups?.["least"] === "0" };
  }

  private bare(): Anchors {
    const character = this.source[this.at] ?? "";
    if (character === "(") return this.group();
    if (character === "[") return this.set();
    if (character === "\\") return this.escaped();
    this.at += 1;
    return /[.^$\ud800-\udfff]/u.test(character) ? undefined : new Set([character]);
  }

  private group(): Anchors {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(this.source.slice(this.at))?.[0] ?? "(";
    this.at += opening.length;
    const inner = this.alternatives();
    this.at += 1;
    return /^\(\?<?!/u.test(opening) ? undefined : inner;
  }

  // [护各仁], [\d一二]: one of them is enough. What a range or [^…] takes in is too much to be named.
  private set(): Anchors {
    this.at += 1;
    const without = this.source[this.at] === "^";
    let ranges = false;
    const all: Anchors[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "]") {
      ranges ||= this.source[this.at] === "-" && all.length > 0 && this.source[this.at + 1] !== "]";
      if (this.source[this.at] === "\\") all.push(this.escaped());
      else all.push(new Set([this.source[this.at++] ?? ""]));
    }
    this.at += 1;
    const whole = without || ranges ? undefined : union(all);
    return whole === undefined || whole.size > MOST ? undefined : whole;
  }

  private escaped(): Anchors {
    const escape = /^\\(?:u(?<code>[\da-f]{4})|k<\w+>|[pu]\{[^}]*\}|x..|c.|[1-9]\d*|(?<other>.))/iu.exec(
      this.source.slice(this.at),
    );
    this.at += escape?.[0].length ?? 2;
    const { code, other = "" } = escape?.groups ?? {};
    if (code !== undefined) return new Set([String.fromCharCode(Number.parseInt(code, 16))]);
    if (other === "d") return DIGITS;
    if (other === "s") return BLANKS;
    // \b, \1, \n: nothing, or nothing worth knowing.
    return /[\w]/u.test(other) || other === "" ? undefined : new Set([other]);
  }
}

function union(all: readonly Anchors[]): Anchors {
  const whole = new Set<string>();
  for (const one of all) {
    if (one === undefined) return undefined;
    for (const character of one) whole.add(character);
  }
  return whole;
}

/** What nearly every message holds tells little: of two needs the rarer is the better gate. */
const COMMON: ReadonlySet<string> = new Set(
  "的了一二三人有我在是个上到不去来代表会村区镇群众建议说,。0123456789",
);
const OFTEN = 8;

function cost(needs: ReadonlySet<string>): number {
  let sum = 0;
  for (const one of needs) sum += COMMON.has(one) ? OFTEN : 1;
  return sum;
}

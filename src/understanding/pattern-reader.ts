import { type Anchors, cheapest, END, inBothCases, type Needed, pairs, START, union } from "./anchor-sets.ts";
import { readClass, readEscape } from "./pattern-characters.ts";

/**
 * What is known of a pattern or a part of one: of which sets of words a text must hold one each (at most two sets), with
 * which characters what it takes begins (with anything where that is undefined), whether it may take nothing, whether
 * it only fits the beginning of a text, which last character a text must have (any where that is undefined), whether it
 * asks for one character and nothing else, and which words, one of which is all it asks for (undefined where it asks more).
 */
export type Known = {
  readonly needs: readonly ReadonlySet<string>[];
  readonly begins: Anchors;
  readonly empty: boolean;
  readonly first: boolean;
  readonly last: Anchors;
  readonly plain: boolean;
  readonly exactly: Anchors;
};

/** One of the ways in which a pattern may match. */
export type Way = {
  readonly source: string;
  /** A text must hold a word of each of these. START and END stand for its ends. */
  readonly needs: readonly ReadonlySet<string>[];
  /** True where every text that holds what is needed matches. */
  readonly whole: boolean;
};

const NONE: ReadonlySet<string> = new Set();
const ANY: Known = {
  needs: [],
  begins: undefined,
  empty: false,
  first: false,
  last: undefined,
  plain: false,
  exactly: undefined,
};
const NOTHING: Known = { ...ANY, begins: NONE, empty: true };

/** A class of more characters than these tells next to nothing. */
const MOST = 40;

/** Reads a pattern from its beginning to its end, once. */
export class PatternReader {
  captures = false;
  recalls = false;
  private at = 0;
  /** What may stand before the place that is read. */
  private behind: Anchors = undefined;
  private readonly source: string;
  private readonly bothCases: boolean;

  constructor(source: string, bothCases: boolean) {
    this.source = source;
    this.bothCases = bothCases;
  }

  /** The ways of the whole pattern, and what is known of all of them. */
  read(): { readonly all: readonly Way[]; readonly whole: Known } {
    const all: Way[] = [];
    const whole = this.alternatives((from, { needs, exactly }) => {
      const source = this.source.slice(from, this.at);
      all.push({ source, needs: exactly === undefined ? needs : [exactly], whole: exactly !== undefined });
    });
    return { all, whole };
  }

  private alternatives(each?: (from: number, one: Known) => void): Known {
    const { behind } = this;
    const all: Known[] = [];
    const then: Anchors[] = [];
    do {
      const from = all.length === 0 ? this.at : (this.at += 1);
      this.behind = behind;
      const one = this.sequence();
      each?.(from, one);
      all.push(one);
      then.push(this.behind);
    } while (this.source[this.at] === "|");
    this.behind = union(then);
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : oneOfThem(all);
  }

  private sequence(): Known {
    let { begins, empty, first, last } = NOTHING;
    const all: Needed[] = [];
    let plain = true;
    let exactly: Anchors;
    let at = 0;
    for (; this.at < this.source.length && !"|)".includes(this.source[this.at] ?? ""); at += 1) {
      const atom = this.atom();
      if (empty) {
        begins = union([begins, atom.begins]);
        first ||= atom.first;
      }
      last ??= atom.last;
      for (const words of atom.needs) all.push({ words, at });
      empty &&= atom.empty;
      plain &&= atom.plain;
      const [words] = atom.needs;
      exactly = plain && words !== undefined && isOf(words, at + 1) ? words : undefined;
    }
    return { needs: cheapest(all), begins, empty, first, last, plain: false, exactly };
  }

  // What may be left out tells nothing of the place it stands at either.
  private atom(): Known {
    const { behind } = this;
    const bare = this.bare();
    const quantifier = /^(?:[?*+]|\{(?<least>\d+),?\d*\})\??/u.exec(this.source.slice(this.at));
    if (quantifier === null) return bare;
    this.at += quantifier[0].length;
    const optional = /^[?*]/u.test(quantifier[0]) || quantifier.groups?.["least"] === "0";
    if (optional || bare.empty) this.behind = union([behind, this.behind]);
    return optional ? { ...NOTHING, begins: bare.begins } : { ...bare, plain: false };
  }

  private bare(): Known {
    const character = this.source[this.at] ?? "";
    if (character === "(") return this.group();
    if (character === "[") return this.set();
    if (character === "\\") return this.escaped();
    this.at += 1;
    if (character === "^") {
      this.behind = new Set(START);
      return { ...NOTHING, first: true, plain: true };
    }
    if (character === "$") return this.end();
    return this.oneOf(/[.\ud800-\udfff]/u.test(character) ? undefined : new Set([character]));
  }

  private oneOf(named: Anchors): Known {
    const characters = this.bothCases ? inBothCases(named) : named;
    const words = pairs(this.behind, characters) ?? (few(characters) ? characters : undefined);
    this.behind = characters;
    if (characters === undefined) return ANY;
    return { ...ANY, needs: words === undefined ? [] : [words], begins: characters, plain: true };
  }

  private end(): Known {
    const words = pairs(this.behind, new Set(END));
    return { ...NOTHING, needs: words === undefined ? [] : [words], last: this.behind, plain: true };
  }

  // What is only looked at takes nothing; what must not stand there needs nothing.
  private group(): Known {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(this.source.slice(this.at))?.[0] ?? "(";
    this.captures ||= opening === "(" || opening.endsWith(">");
    this.at += opening.length;
    const { behind } = this;
    const isBefore = opening.startsWith("(?<") && !opening.endsWith(">");
    if (isBefore) this.behind = undefined;
    const inner = this.alternatives();
    this.at += 1;
    const before = isBefore ? this.behind : undefined;
    if (/[=!]$/u.test(opening)) this.behind = behind;
    if (opening.endsWith("!")) return NOTHING;
    if (!opening.endsWith("=")) return inner;
    if (isBefore) this.behind = before ?? behind;
    return { ...NOTHING, needs: inner.needs, last: isBefore ? undefined : inner.last };
  }

  // [护各仁]: one of them is enough.
  private set(): Known {
    const { characters, length } = readClass(this.source, this.at);
    this.at += length;
    return this.oneOf(characters);
  }

  private escaped(): Known {
    const { characters, length, isPlace, isCaptured } = readEscape(this.source, this.at);
    this.at += length;
    if (isPlace) return { ...ANY, empty: true };
    this.recalls ||= isCaptured;
    const known = this.oneOf(characters);
    return isCaptured ? { ...known, empty: true } : known;
  }
}

// 走访 is told by two characters side by side, 义务植树 is not.
const isOf = (words: ReadonlySet<string>, length: number): boolean =>
  [...words].every((word) => word.length === length);

const few = (characters: Anchors): boolean => characters !== undefined && characters.size <= MOST;

function oneOfThem(all: readonly Known[]): Known {
  const firsts = union(all.map(({ needs: [words] }) => words));
  const seconds = union(all.map(({ needs: [words, others] }) => others ?? words));
  return {
    needs: [firsts, seconds].filter((one) => one !== undefined),
    begins: union(all.map((one) => one.begins)),
    empty: all.some((one) => one.empty),
    first: all.every((one) => one.first),
    last: union(all.map((one) => one.last)),
    plain: false,
    exactly: undefined,
  };
}

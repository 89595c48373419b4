import { startsOf } from "./anchors.ts";
import { hasChar, toCharSet } from "./char-set.ts";
import { listBeginning, listJoined, listMatches } from "./list-matches.ts";
import { type Ways, toWays } from "./ways.ts";

/** A pattern that is not tried on texts that hold none of the words it needs, and only in the ways that may match. */
export type Guarded = {
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
  /** The text with something else in the place of the first match. */
  readonly replace: (text: string, instead: string) => string;
};

/** More than a pattern takes that ends where its text ends. */
const END = 64;

/** Guards a pattern without state (no g, no y). */
export function guarded(pattern: RegExp): Guarded {
  const ways = toWays(pattern);
  const test = testBy(pattern, ways);
  return {
    test,
    exec: execBy(pattern, ways),
    // To replace nothing takes several times as long as to find nothing.
    replace: (text, instead) => (test(text) ? text.replace(pattern, instead) : text),
  };
}

function testBy(pattern: RegExp, { open, sure, apart, alone }: Ways): (text: string) => boolean {
  if (!apart.test) return (text) => open(text) !== 0 && pattern.test(text);
  return (text) => {
    const all = open(text);
    if ((all & sure) !== 0) return true;
    for (let left = all; left !== 0; left &= left - 1) if (alone(lowest(left)).test(text)) return true;
    return false;
  };
}

function execBy(pattern: RegExp, { open, apart, alone }: Ways): (text: string) => RegExpExecArray | null {
  if (!apart.take) return (text) => (open(text) === 0 ? null : pattern.exec(text));
  return (text) => {
    let first: RegExpExecArray | null = null;
    for (let left = open(text); left !== 0; left &= left - 1) {
      const match = alone(lowest(left)).exec(text);
      if (match !== null && (first === null || match.index < first.index)) first = match;
    }
    return first;
  };
}

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** A pattern with the flag g that is not tried on texts that hold none of the words it needs. */
export type Everywhere = {
  /** All matches, or the first `most`, as `matchAll` gives them. */
  readonly list: (text: string, most?: number) => readonly RegExpExecArray[];
  readonly replace: (text: string, instead: string | ((words: string) => string)) => string;
};

/** Guards a pattern with the flag g. */
export function everywhere(pattern: RegExp): Everywhere {
  const { open, apart, alone } = toWays(pattern);
  const listAll = listBy(pattern);
  const only = (all: number): RegExp | undefined =>
    apart.take && (all & (all - 1)) === 0 ? alone(lowest(all)) : undefined;
  return {
    list: (text, most) => {
      const may = open(text);
      if (may === 0) return [];
      if (!apart.take) return listAll(text, most);
      const patterns: RegExp[] = [];
      for (let left = may; left !== 0; left &= left - 1) patterns.push(alone(lowest(left)));
      const [one] = patterns;
      return patterns.length === 1 && one !== undefined
        ? listMatches(one, text, most)
        : listJoined(patterns, text, most);
    },
    replace: (text, instead) => {
      const all = open(text);
      if (all === 0) return text;
      const one = only(all) ?? pattern;
      return typeof instead === "string"
        ? text.replace(one, instead)
        : text.replace(one, (words) => instead(words));
    },
  };
}

// What begins by looking back is tried only where a character stands that it may take.
function listBy(pattern: RegExp): (text: string, most?: number) => RegExpExecArray[] {
  const starts = pattern.source.startsWith("(?<!") ? startsOf(pattern) : undefined;
  if (starts === undefined || [...starts].some((one) => HALF.test(one)))
    return (text, most) => listMatches(pattern, text, most);
  const begins = toCharSet([...starts].join(""));
  const there = new RegExp(pattern.source, pattern.flags.replace("g", "y"));
  return (text, most) => listBeginning(begins, there, text, most);
}

// Half of a picture: nothing begins within one.
const HALF = /^[\ud800-\udfff]$/u;

/** A pattern with the flag y: where what it takes at a place of a text ends; undefined where it fits nothing there. */
export type Onward = { readonly endOf: (text: string, from: number) => number | undefined };

/** Guards a pattern with the flag y: it is not tried where its first character does not stand. */
export function onward(pattern: RegExp): Onward {
  const starts = startsOf(pattern);
  const begins = starts === undefined ? undefined : toCharSet([...starts].join(""));
  return {
    endOf: (text, from) => {
      if (begins !== undefined && !hasChar(begins, text.charCodeAt(from))) return undefined;
      pattern.lastIndex = from;
      return pattern.test(text) ? pattern.lastIndex : undefined;
    },
  };
}

/** Whether a text holds what a pattern needs; undefined where nothing is known to be needed. */
export function gateOf(pattern: RegExp): ((text: string) => boolean) | undefined {
  const { open, known } = toWays(pattern);
  return known ? (text) => open(text) !== 0 : undefined;
}

/** Guards a pattern that ends where its text ends: only the end of a long text is looked at. */
export function atEnd(pattern: RegExp): Pick<Guarded, "test"> {
  const { test } = guarded(pattern);
  return { test: (text) => test(text.length > END ? text.slice(-END) : text) };
}

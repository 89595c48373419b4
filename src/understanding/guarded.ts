import { beginsOf, isFirst, pairOf, startsOf } from "./anchors.ts";
import { hasChar, toCharSet } from "./char-set.ts";
import { CLASS_COUNT, classOf, toClass } from "./char-classes.ts";
import { listMatches } from "./list-matches.ts";

/** A pattern that is not tried on texts that hold none of the characters it needs. */
export type Guarded = {
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
  /** The text with something else in the place of the first match. */
  readonly replace: (text: string, instead: string) => string;
};

/** Patterns share one number for each character, a bit a pattern; as many as fit share a bank. */
const BITS = 31;
type Bank = {
  readonly needs: Uint32Array;
  /** What a text must begin with. */
  readonly begins: Uint32Array;
  used: number;
  text: string;
  held: number;
};
let filling: Bank | undefined;

/** More than a pattern takes that ends where its text ends. */
const END = 64;

/** Guards a pattern without state (no g, no y); one of which nothing is known to be needed is left as it is. */
export function guarded(pattern: RegExp): Guarded {
  const mayMatch = gateOf(pattern);
  if (mayMatch === undefined)
    return {
      test: (text) => pattern.test(text),
      exec: (text) => pattern.exec(text),
      replace: (text, instead) => (pattern.test(text) ? text.replace(pattern, instead) : text),
    };
  return {
    test: (text) => mayMatch(text) && pattern.test(text),
    exec: (text) => (mayMatch(text) ? pattern.exec(text) : null),
    // To replace nothing takes several times as long as to find nothing.
    replace: (text, instead) =>
      mayMatch(text) && pattern.test(text) ? text.replace(pattern, instead) : text,
  };
}

/** A pattern with the flag g that is not tried on texts that hold none of the characters it needs. */
export type Everywhere = {
  /** All matches, or the first `most`, as `matchAll` gives them. */
  readonly list: (text: string, most?: number) => readonly RegExpExecArray[];
  readonly replace: (text: string, instead: string | ((words: string) => string)) => string;
};

/** Guards a pattern with the flag g. */
export function everywhere(pattern: RegExp): Everywhere {
  const mayMatch = gateOf(pattern) ?? (() => true);
  return {
    list: (text, most) => (mayMatch(text) ? listMatches(pattern, text, most) : []),
    replace: (text, instead) =>
      !mayMatch(text)
        ? text
        : typeof instead === "string"
          ? text.replace(pattern, instead)
          : text.replace(pattern, (words) => instead(words)),
  };
}

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

/** Whether a text holds, and begins with, characters that a pattern needs; undefined where nothing is known to be needed. */
export function gateOf(pattern: RegExp): ((text: string) => boolean) | undefined {
  const { needs, also } = pairOf(pattern);
  const begins = beginsOf(pattern);
  if (needs === undefined && begins === undefined) return undefined;
  const bank = bankFor(needs === undefined || also === undefined ? 1 : 2);
  const own = takeBit(bank);
  mark(bank.needs, needs, own);
  mark(bank.begins, begins, own);
  const other = also === undefined ? 0 : takeBit(bank);
  mark(bank.needs, also, other);
  // What a text held for the patterns before this one says nothing of this one.
  bank.text = "";
  bank.held = 0;
  const bits = own | other;
  // What only fits the beginning of a long text is found sooner than all of that is looked through.
  const first = isFirst(pattern);
  const holds = (text: string): boolean =>
    (first && text.length > END) || (heldBy(text, bank) & bits) === bits;
  if (begins === undefined) return holds;
  const beginsSo = (text: string): boolean =>
    ((bank.begins[classOf(text.charCodeAt(0) | 0)] ?? 0) & own) !== 0;
  return needs === undefined ? beginsSo : (text) => beginsSo(text) && holds(text);
}

/** Gates of patterns that are tried on one long text many times: in banks of their own, so that others do not make them look again. */
export function gatesOf(patterns: readonly RegExp[]): (((text: string) => boolean) | undefined)[] {
  filling = undefined;
  const gates = patterns.map(gateOf);
  filling = undefined;
  return gates;
}

function bankFor(bits: number): Bank {
  if (filling === undefined || filling.used + bits > BITS)
    filling = {
      needs: new Uint32Array(CLASS_COUNT),
      begins: new Uint32Array(CLASS_COUNT),
      used: 0,
      text: "",
      held: 0,
    };
  return filling;
}

function takeBit(bank: Bank): number {
  const bit = 1 << bank.used;
  bank.used += 1;
  return bit;
}

function mark(table: Uint32Array, characters: ReadonlySet<string> | undefined, bit: number): void {
  for (const character of characters ?? []) {
    const nth = toClass(character);
    table[nth] = (table[nth] ?? 0) | bit;
  }
}

/** Guards a pattern that ends where its text ends: only the end of a long text is looked at. */
export function atEnd(pattern: RegExp): Pick<Guarded, "test"> {
  const { test } = guarded(pattern);
  return { test: (text) => test(text.length > END ? text.slice(-END) : text) };
}

// Several patterns are tried on a clause, one after the other: its characters are looked up once.
function heldBy(text: string, bank: Bank): number {
  if (text === bank.text) return bank.held;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) held |= bank.needs[classOf(text.charCodeAt(at))] ?? 0;
  bank.text = text;
  bank.held = held;
  return held;
}

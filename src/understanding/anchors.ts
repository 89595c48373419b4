import type { Anchors } from "./anchor-sets.ts";
import { PatternReader, type Way } from "./pattern-reader.ts";

/** What a pattern asks of a text. */
export type Asked = {
  /** In their order; one where nothing is known. */
  readonly ways: readonly Way[];
  /** Which characters a text must begin and end with; undefined where it may begin or end with any. */
  readonly begins: Anchors;
  readonly ends: Anchors;
  /** True where it fits the beginning of a text only. */
  readonly first: boolean;
  /** True where parts of what it takes are captured, and where what was captured is asked for again. */
  readonly captures: boolean;
  readonly recalls: boolean;
};

/**
 * Tells what a pattern asks of a text, so that most patterns need not be tried on most texts. Never says too much: what
 * it does not understand asks nothing.
 */
export function askedBy({ source, flags }: RegExp): Asked {
  const any = { begins: undefined, ends: undefined, first: false };
  if (/[vm]/u.test(flags) || UNKNOWN.test(source))
    return { ...any, ways: [{ source, needs: [], whole: false }], captures: true, recalls: true };
  const reader = new PatternReader(source, flags.includes("i"));
  const { all, whole } = reader.read();
  const { captures, recalls } = reader;
  // A pattern that goes on from a place is tried there in all its ways.
  if (flags.includes("y"))
    return { ...any, ways: [{ source, needs: whole.needs, whole: false }], captures, recalls };
  const begins = whole.first && !whole.empty ? whole.begins : undefined;
  return { ways: all, begins, ends: whole.last, first: whole.first, captures, recalls };
}

/** Tells which characters one of what a pattern takes begins with; undefined where it may take nothing, or begin with any. */
export function startsOf({ source, flags }: RegExp): Anchors {
  if (/[vm]/u.test(flags) || UNKNOWN.test(source)) return undefined;
  const { begins, empty } = new PatternReader(source, flags.includes("i")).read().whole;
  return empty ? undefined : begins;
}

// (?i: and the like.
const UNKNOWN = /\(\?[^:=!<]/u;

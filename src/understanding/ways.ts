import { askedBy } from "./anchors.ts";
import { type Edge, toEdge } from "./edges.ts";
import type { Way } from "./pattern-reader.ts";
import { marksOf, takeMarks } from "./text-marks.ts";

/** The ways in which a pattern may match, a bit each: the first way is the lowest. */
export type Ways = {
  /** Which of them may match a text; 0 for none. */
  readonly open: (text: string) => number;
  /** Those that match every text they are open for. */
  readonly sure: number;
  /** True where they may be tried one by one: to know whether one matches, and to know what one takes. */
  readonly apart: { readonly test: boolean; readonly take: boolean };
  /** The pattern of the nth alone. */
  readonly alone: (nth: number) => RegExp;
  /** False where nothing is known that a text needs. */
  readonly known: boolean;
};

/** As many as fit one number, and can be counted in it. */
const MOST = 30;

/** More than a pattern takes that fits the beginning of a text only. */
const LONG = 64;

/** Finds out in which ways a pattern may match. */
export function toWays(pattern: RegExp): Ways {
  const { ways: told, begins, ends, first, captures, recalls } = askedBy(pattern);
  const ways = joined(told);
  const { nth, first: from } = takeMarks(ways.map((one) => one.needs));
  const all = 2 ** ways.length - 1;
  const mayBegin = begins === undefined ? undefined : toEdge(begins);
  const mayEnd = ends === undefined ? undefined : toEdge(ends);
  const isAsking = ways.some(({ needs }) => needs.length > 0);
  const marked = (text: string): number => (marksOf(text, nth) >>> from) & all;
  const inside = isAsking ? marked : () => all;
  // What only fits the beginning of a long text is found sooner than all of that is looked through.
  const open = first ? (text: string) => (text.length > LONG ? all : inside(text)) : inside;
  const patterns: RegExp[] = [];
  return {
    open: within(open, mayBegin, mayEnd),
    sure: first ? 0 : ways.reduce((sum, { whole }, at) => (whole ? sum | (1 << at) : sum), 0),
    apart: { test: ways.length > 1 && !recalls, take: ways.length > 1 && !captures },
    alone: (at) => (patterns[at] ??= new RegExp(ways[at]?.source ?? "", pattern.flags)),
    known: ways.every(({ needs }) => needs.length > 0) || mayBegin !== undefined || mayEnd !== undefined,
  };
}

function within(
  open: (text: string) => number,
  mayBegin: Edge | undefined,
  mayEnd: Edge | undefined,
): (text: string) => number {
  if (mayBegin === undefined && mayEnd === undefined) return open;
  if (mayEnd === undefined) return (text) => (mayBegin?.(text.charCodeAt(0)) === true ? open(text) : 0);
  if (mayBegin === undefined) return (text) => (mayEnd(text.charCodeAt(text.length - 1)) ? open(text) : 0);
  return (text) =>
    mayBegin(text.charCodeAt(0)) && mayEnd(text.charCodeAt(text.length - 1)) ? open(text) : 0;
}

// Ways side by side of which nothing is known are one, and so are some of too many.
function joined(ways: readonly Way[]): Way[] {
  const share = Math.ceil(ways.length / MOST);
  const all: Way[][] = [];
  for (const [nth, way] of ways.entries()) {
    const last = all.at(-1);
    const isUnknown = way.needs.length === 0 && last?.at(-1)?.needs.length === 0;
    if (last !== undefined && (isUnknown || nth % share !== 0)) last.push(way);
    else all.push([way]);
  }
  return all.map(toOne);
}

function toOne(ways: readonly Way[]): Way {
  const [only] = ways;
  if (only !== undefined && ways.length === 1) return only;
  const needs = ways.every((one) => one.needs.length > 0)
    ? [new Set(ways.flatMap(({ needs: [words] }) => [...(words ?? [])]))]
    : [];
  return { source: ways.map((one) => one.source).join("|"), needs, whole: ways.every((one) => one.whole) };
}

import { addDays, type Day } from "../day.ts";
import type { Span } from "./attendance-facts.ts";

/** A stretch in which a seat of one term was held. A transfer ends one and begins the next on the day after. */
export type TermSpan = Span & { readonly term: string };

const after = ({ to }: Span): Day | null => (to === null ? null : addDays(to, 1));

// One that was registered by mistake and undone ends before it begins.
const ran = ({ from, to }: Span): boolean => to === null || from <= to;

/**
 * The mandates in the eye of the law: stretches of one term that follow each other without a gap are one, whatever
 * group the deputy sat in. What never ran stands between none.
 */
export function joinMandates(spans: readonly TermSpan[]): Span[] {
  const joined: TermSpan[] = [];
  for (const span of spans.filter(ran).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    const follows = last !== undefined && last.term === span.term && after(last) === span.from;
    if (follows) joined[joined.length - 1] = { ...last, to: span.to };
    else joined.push(span);
  }
  return joined.map(({ from, to }) => ({ from, to }));
}

import { bareTerm } from "../bare-term.ts";
import { addDays, type Day } from "../day.ts";
import type { Mandate } from "../person.ts";
import type { AskedTerm } from "./asked-term.ts";
import type { FigurePeriod } from "./figure-period.ts";

/** From when to when the seats of a term of one congress were held, as they are on file; null where it runs. */
export type TermSpan = Pick<Mandate, "level" | "term" | "from" | "to"> & {
  /** The town whose congress it is; null for the district's, and where one person's seats are meant. */
  readonly town: number | null;
};

/**
 * The days of a term, up to today where it runs. Refused where it is not on file, and where congresses that
 * are meant, the district's or those of its towns, have other days: nobody is to guess which was meant.
 */
export function termDays(
  asked: AskedTerm,
  spans: readonly TermSpan[],
  today: Day,
): FigurePeriod | "no-such-term" | "terms-differ" {
  const found = [...Map.groupBy(spans, ({ level, town }) => `${level} ${town ?? ""}`).values()]
    .map((terms) => daysIn(asked, terms.toSorted(byBegin), today))
    .filter((one) => one !== undefined);
  const [first] = found;
  if (first === undefined) return "no-such-term";
  return found.every(({ from, to }) => from === first.from && to === first.to) ? first : "terms-differ";
}

const byBegin = (one: TermSpan, other: TermSpan): number => (one.from < other.from ? -1 : 1);

const untilToday = (to: Day | null, today: Day): Day => (to === null || to > today ? today : to);

function daysIn(asked: AskedTerm, terms: readonly TermSpan[], today: Day): FigurePeriod | undefined {
  const begun = terms.filter(({ from }) => from <= today);
  const latest = begun.at(-1);
  if (latest === undefined) return undefined;
  const isRunning = latest.to === null || latest.to >= today;
  if (asked.which === "numbered") return numberedDays(asked, begun, today);
  if (asked.which === "in-office") return { from: beginOf(begun), to: today };
  if (!isRunning) return undefined;
  if (asked.which === "running") return { from: latest.from, to: today };
  const before = begun.at(-2);
  return before === undefined
    ? undefined
    : { from: before.from, to: untilToday(before.to, addDays(latest.from, -1)) };
}

function numberedDays(
  { called, since }: Extract<AskedTerm, { which: "numbered" }>,
  begun: readonly TermSpan[],
  today: Day,
): FigurePeriod | undefined {
  const meant = begun.find(({ term }) => called.some((one) => bareTerm(term).startsWith(one)));
  if (meant === undefined) return undefined;
  return { from: meant.from, to: since === true ? today : untilToday(meant.to, today) };
}

// Whoever was elected again the day after took up no other office.
function beginOf(terms: readonly TermSpan[]): Day {
  const latest = terms.at(-1)?.from ?? "";
  return terms.reduceRight(
    (from) =>
      terms.find((one) => one.from < from && (one.to === null || addDays(one.to, 1) >= from))?.from ?? from,
    latest,
  );
}

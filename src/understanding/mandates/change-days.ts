import { addDays, daysBetween, type Day } from "#src/domain/day.ts";
import type { AskedChange } from "#src/domain/requests/mandate.ts";
import { findDates } from "../dates/find-dates.ts";

/** The days that a text names for a change, and the text without them. */
export type ChangeDays = { readonly on?: Day; readonly to?: Day; readonly rest: string };

type Stretch = { readonly index: number; readonly text: string; readonly start: Day; readonly end: Day };

const SINCE = /(?<=[日号天一二三四五六])(?:起|开始)/gu;
const UNTIL = /(?:至|到|止于|截至|截止)$/u;
const LEAVES: ReadonlySet<AskedChange> = new Set(["resign", "terminate"]);

/**
 * Reads from when a change holds, and until when. A day without a year is the one nearest to today: decisions are
 * entered a little before or after they take effect. What names no single day (月底, 11月) is left out, to be asked for.
 */
export function readChangeDays(text: string, change: AskedChange, today: Day): ChangeDays {
  const words = text.replace(/即日起/u, "今天起");
  // 12月1日起 would be read as a stretch up to today.
  const found = findNearest(
    words.replace(SINCE, (since) => " ".repeat(since.length)),
    today,
  );
  const [first, second] = found;
  const rest = found.reduceRight(
    (left, { index, text: said }) => `${left.slice(0, index)} ${left.slice(index + said.length)}`,
    words,
  );
  if (first === undefined) return { rest };
  const isOpen = /^(?:起|开始)/u.test(words.slice(first.index + first.text.trimEnd().length));
  const isSince = isOpen || /[自从]\s*$/u.test(words.slice(0, first.index)) || /^[自从]/u.test(first.text);
  // 自21日起 is out of office on the 21st; 20日接受辞职 was in office until the 20th.
  const on = LEAVES.has(change) && !isSince ? addDays(first.start, 1) : first.start;
  const last = isOpen || first.end === first.start ? untilDay(words, second) : first.end;
  return { on, ...(last === undefined || change !== "suspend" ? {} : { to: last }), rest };
}

const untilDay = (words: string, second: Stretch | undefined): Day | undefined =>
  second !== undefined && UNTIL.test(words.slice(0, second.index).trimEnd()) ? second.end : undefined;

function findNearest(text: string, today: Day): Stretch[] {
  const past = findDates(text, { today, prefer: "past" });
  const future = findDates(text, { today, prefer: "future" });
  return past
    .map((one, at) => {
      const other = future[at];
      if (other === undefined || other.index !== one.index) return one;
      const far = (day: Day): number => Math.abs(daysBetween(today, day));
      return far(other.start) < far(one.start) ? other : one;
    })
    .filter((one) => !one.wide && !one.doubtful);
}

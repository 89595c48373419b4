import { guarded } from "../guarded.ts";
import { addDays, daysBetween, type Day } from "#src/domain/day.ts";
import type { AskedChange } from "#src/domain/requests/mandate.ts";
import { findDates } from "../dates/find-dates.ts";

/** The days that a text names for a change, and the text without them; or the words for a day that does not exist. */
export type ChangeDays = {
  readonly on?: Day;
  readonly to?: Day;
  readonly noSuchDay?: string;
  readonly rest: string;
};

type Stretch = { readonly index: number; readonly text: string; readonly start: Day; readonly end: Day };

const SINCE = /(?<=[日号天一二三四五六])(?:起|开始)/gu;
const UNTIL = guarded(/(?:至|到|止于|截至|截止)$/u);
const LEAVES: ReadonlySet<AskedChange> = new Set(["resign", "terminate"]);

/**
 * Reads from when a change holds, and until when. A day without a year is the one nearest to today: decisions are
 * entered a little before or after they take effect. What names no single day (月底, 11月) is left out, to be asked for;
 * so is all of it where one of the days does not exist (11月31日), which is handed back to be said.
 */
export function readChangeDays(text: string, change: AskedChange, today: Day): ChangeDays {
  const words = text.replace(/即日起/u, "今天起");
  // 12月1日起 would be read as a stretch up to today.
  const plain = words.replace(SINCE, (since) => " ".repeat(since.length));
  const found = findNearest(plain, today);
  const unreal = findUnreal(plain, found, today);
  if (unreal !== undefined)
    return { noSuchDay: toOneDay(unreal.text, today), rest: without(words, [unreal]) };
  const [first, second] = found;
  const rest = without(words, found);
  if (first === undefined) return { rest };
  const isOpen = /^(?:起|开始)/u.test(words.slice(first.index + first.text.trimEnd().length));
  const isSince = isOpen || /[自从]\s*$/u.test(words.slice(0, first.index)) || /^[自从]/u.test(first.text);
  // 自21日起 is out of office on the 21st; 20日接受辞职 was in office until the 20th.
  const on = LEAVES.has(change) && !isSince ? addDays(first.start, 1) : first.start;
  const last = isOpen || first.end === first.start ? untilDay(words, second) : first.end;
  return { on, ...(last === undefined || change !== "suspend" ? {} : { to: last }), rest };
}

// Beside a day that exists only where it is the last of a stretch: a number may look like a day.
const findUnreal = (
  words: string,
  found: readonly Stretch[],
  today: Day,
): Pick<Stretch, "index" | "text"> | undefined =>
  findDates(words, { today, prefer: "past" }).find(
    ({ impossible, index }) =>
      impossible === true && (found.length === 0 || UNTIL.test(words.slice(0, index).trimEnd())),
  );

const without = (words: string, found: readonly Pick<Stretch, "index" | "text">[]): string =>
  found.reduceRight(
    (left, { index, text }) => `${left.slice(0, index)} ${left.slice(index + text.length)}`,
    words,
  );

// Of 11月20日至2月30日 the one that is not there.
const toOneDay = (said: string, today: Day): string =>
  said
    .replace(/^\s*[自从于]/u, "")
    .split(/[至到—~-]/u)
    .find((part) => findDates(part, { today, prefer: "past" }).some((one) => one.impossible === true))
    ?.trim() ?? said.trim();

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

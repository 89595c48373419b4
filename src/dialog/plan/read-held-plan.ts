import type { Facts } from "#src/domain/facts.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";
import { type ActivityDraft, readAnnouncement } from "./read-plan.ts";

const ISO = /\d{4}-\d{2}-\d{2}/u;

const pastDay = (text: string, { today }: Facts) =>
  findDates(text, { today, prefer: "past" }).find(
    (one) => !one.wide && !one.doubtful && one.start <= today && one.start === one.end,
  );

/** Words with the day on which something was held written out: 25号 is no day ahead. */
export function withPastDay(said: string, facts: Facts): string {
  const text = said.normalize("NFKC");
  const day = ISO.test(text) ? undefined : pastDay(text, facts);
  if (day === undefined) return said;
  const time = findTime(text);
  const written = text.replace(day.text, ` ${day.start} `);
  return time === undefined || findTime(written) === time ? written : `${written} ${time}`;
}

/** What staff say of an activity that was held and was never called here. */
export function readHeldPlan(said: string, facts: Facts): ActivityDraft {
  const written = withPastDay(said, facts);
  const { farOff: _, ...draft } = readAnnouncement(written, facts);
  const on = ISO.exec(written)?.[0];
  return { ...draft, ...(on === undefined ? {} : { on }), held: true };
}

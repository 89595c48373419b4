import { readdirSync } from "node:fs";
import { isWorkday } from "chinese-days";

/**
 * The clocks a second time, from the contract's words: day by day with the platform's dates and the holiday package's
 * own answer. It shares no code with `src`.
 */
const WORKING_DAYS: Readonly<Record<string, number>> = {
  suggestion_assign: 10,
  suggestion_return: 7,
  suggestion_reassign: 10,
  first_contact: 20,
  deputy_feedback: 15,
  objection: 5,
};
const MONTHS: Readonly<Record<string, number>> = {
  assist_opinion: 1,
  redo_reply: 1,
  suggestion_reply: 3,
  suggestion_reply_extended: 6,
};
export const CLOCKS = [...Object.keys(WORKING_DAYS), ...Object.keys(MONTHS)];

const published = readdirSync("node_modules/chinese-days/dist/years")
  .filter((name) => /^\d{4}\.json$/.test(name))
  .map((name) => name.slice(0, 4));
export const PUBLISHED_YEARS: ReadonlySet<string> = new Set(published);

type Kind = "holiday" | "workday";
export type Overrides = Readonly<Record<string, Kind>>;
type Due = string | { error: "no-calendar"; year: number };

const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Whether a day is worked, by the package and the office; `unknown` in a year that nobody has announced. */
export function kindOf(day: string, overrides: Overrides): Kind | "unknown" {
  const decided = overrides[day];
  if (decided !== undefined) return decided;
  if (!PUBLISHED_YEARS.has(day.slice(0, 4))) return "unknown";
  return isWorkday(day) ? "workday" : "holiday";
}

const unknownYear = (day: string): Due => ({ error: "no-calendar", year: Number(day.slice(0, 4)) });

export function dueByTheText(rule: string, start: string, overrides: Overrides = {}): Due {
  const count = WORKING_DAYS[rule];
  if (count !== undefined) {
    let day = start;
    let seen = 0;
    while (seen < count) {
      day = next(day);
      const kind = kindOf(day, overrides);
      if (kind === "unknown") return unknownYear(day);
      if (kind === "workday") seen += 1;
    }
    return day;
  }
  const [year, month, date] = start.split("-").map(Number) as [number, number, number];
  let due = new Date(Date.UTC(year, month - 1 + (MONTHS[rule] ?? Number.NaN), date));
  if (due.getUTCDate() !== date) due = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth(), 0));
  let day = due.toISOString().slice(0, 10);
  while (kindOf(day, overrides) === "holiday") day = next(day);
  return kindOf(day, overrides) === "unknown" ? unknownYear(day) : day;
}

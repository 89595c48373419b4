import { daysInMonth, monthOf, toDay, yearOf, type Day } from "./day.ts";

/** A stretch that something is owed or counted for, both ends included. `id` is stable: 2026, 2026-H1, 2026-Q2. */
export type DutyPeriod = { readonly id: string; readonly from: Day; readonly to: Day };

const MONTHS = { calendar_year: 12, half_year: 6, quarter: 3 } as const;
const ID_LETTER = { calendar_year: "", half_year: "-H", quarter: "-Q" } as const satisfies Record<
  keyof typeof MONTHS,
  string
>;

/** The lengths of time that the calendar itself divides: a year, its halves, its quarters. */
export type PeriodKind = keyof typeof MONTHS;

/** The year, half-year or quarter that a day is in. Terms have dates of their own and come from the register. */
export function periodOf(kind: PeriodKind, day: Day): DutyPeriod {
  const [year, length] = [yearOf(day), MONTHS[kind]];
  const index = Math.floor((monthOf(day) - 1) / length);
  const lastMonth = (index + 1) * length;
  return {
    id: `${year}${ID_LETTER[kind]}${kind === "calendar_year" ? "" : index + 1}`,
    from: toDay(year, index * length + 1, 1),
    to: toDay(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}

const LENGTH_OF: Readonly<Partial<Record<string, PeriodKind>>> = { H: "half_year", Q: "quarter" };

/** The period of the calendar that has this id; undefined for the name of a term. */
export function periodNamed(id: string): DutyPeriod | undefined {
  const [, year, letter = "", part = "1"] = /^(\d{4})(?:-([HQ])([1-4]))?$/u.exec(id) ?? [];
  if (year === undefined) return undefined;
  const kind = LENGTH_OF[letter] ?? "calendar_year";
  const month = (Number(part) - 1) * MONTHS[kind] + 1;
  return month > 12 ? undefined : periodOf(kind, toDay(Number(year), month, 1));
}

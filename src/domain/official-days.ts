import table from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { yearOf } from "./day.ts";
import type { OfficialDays } from "./working-calendar.ts";

const holidays = Object.keys(table.holidays);

/**
 * Mainland public holidays and the weekend days worked for them (调休), as the State Council's yearly notices have
 * them. A year counts as covered once its notice is in the table: every notice names holidays.
 */
export const OFFICIAL_DAYS: OfficialDays = {
  years: new Set(holidays.map(yearOf)),
  holidays: new Set(holidays),
  workdays: new Set(Object.keys(table.workdays)),
};

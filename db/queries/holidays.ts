import type { Day } from "#src/domain/day.ts";
import type { DayKind } from "#src/domain/working-calendar.ts";
import type { Tx } from "../client.ts";
import { holidayOverrides } from "../schema/schedules.ts";

/** Days that the office declared holiday or workday, over the official calendar and the policy. */
export async function listHolidayOverrides(tx: Tx): Promise<Readonly<Record<Day, DayKind>>> {
  const rows = await tx.select().from(holidayOverrides);
  return Object.fromEntries(rows.map(({ day, kind }) => [day, kind]));
}

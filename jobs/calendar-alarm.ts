import type { Tx } from "#db/client.ts";
import { noteOnce } from "#db/queries/settings.ts";
import { listStaff } from "#db/queries/staff.ts";
import type { World } from "#src/domain/rules.ts";
import { tell } from "#src/outbox/tell.ts";
import type { JobParts } from "./job.ts";

/**
 * Says once that a year's working days are unknown, in the log and to the office: a reminder whose day depends on them
 * stays on the plain day, and a deadline counted in them is not given at all. Nobody guesses.
 */
export async function soundCalendarAlarm(
  tx: Tx,
  { vault, log }: JobParts,
  years: readonly number[],
  world: World,
): Promise<void> {
  for (const year of new Set(years)) {
    if (!(await noteOnce(tx, `calendar.alarm.${year}`, world.now.toISOString()))) continue;
    log.error("calendar.unknown-year", { year });
    const office = await listStaff(tx, ["office"], world.today);
    const news = office.map(({ personId: to }) => ({
      to,
      key: `calendar:${year}`,
      word: { kind: "deadline.no-calendar", year } as const,
    }));
    await tell(tx, vault, news, world);
  }
}

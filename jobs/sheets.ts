import { listStaff } from "#db/queries/staff.ts";
import { insertTasks, tallyTasks } from "#db/queries/tasks.ts";
import { addDays } from "#src/domain/day.ts";
import type { ExportTask } from "#src/domain/figures/export-data.ts";
import { type FigurePeriod, stretchBefore } from "#src/domain/figures/figure-period.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { Policy } from "#src/domain/policy.ts";
import { EVERY_MINUTE, type Job, type JobName, type Stretch } from "./job.ts";
import type { World } from "#src/domain/rules.ts";
import { soundCalendarAlarm } from "./calendar-alarm.ts";
import { lastSlot, type Timetable, unknownYears } from "./timetable.ts";

type Every = NonNullable<ExportTask["every"]>;

/** However late it is made, it tells of all since the one before, and is made once. */
const USABLE_HOURS = Infinity;

const TIMETABLES: Readonly<Record<Every, (policy: Policy) => Timetable>> = {
  week: ({ sheets }) => ({
    at: sheets.hour,
    weekday: sheets.weekday,
    worked: true,
    usableHours: USABLE_HOURS,
  }),
  month: ({ sheets }) => ({
    at: sheets.hour,
    monthday: sheets.month_day,
    worked: true,
    usableHours: USABLE_HOURS,
  }),
};

/**
 * What a table is about that is due on the day of `slot`: all since the one before. Two weeks, where a long holiday left
 * no day for the first of two tables, or nobody was there to make it.
 */
function stretchOf(every: Every, slot: Date, { after, isFirst }: Stretch, world: World): FigurePeriod {
  const due = lastSlot(TIMETABLES[every](world.policy), new Date(slot.getTime() - 1), world);
  const before = isFirst || after > due ? due : after;
  const { to: reported } = stretchBefore(every, localDay(before, world.zone));
  return { from: addDays(reported, 1), to: stretchBefore(every, localDay(slot, world.zone)).to };
}

// Nobody waits for it: it is written apart, like every table, by the roles its reader holds then.
const sheetJob = (name: JobName, every: Every): Job => ({
  name,
  poke: EVERY_MINUTE,
  timetable: TIMETABLES[every],
  run: async (parts, stretch, world) => {
    const { db, vault, policy } = parts;
    const { now, today, zone } = world;
    const slot = lastSlot(TIMETABLES[every](policy), now, world);
    const day = localDay(slot, zone);
    const task: ExportTask = { basis: stretchOf(every, slot, stretch, world), every };
    const keys = await db.transaction(async (tx) => {
      const readers = await listStaff(tx, policy.sheets.readers, today);
      const tasks = [...new Set(readers.map((one) => one.personId))].map((personId) => ({
        key: `sheet:${every}:${day}:${personId}`,
        kind: "export" as const,
        personId,
        conversation: null,
        body: vault.seal(JSON.stringify(task)),
      }));
      await insertTasks(tx, tasks, now);
      await soundCalendarAlarm(tx, parts, unknownYears(day, world.calendar), world);
      return tasks.map((one) => one.key);
    });
    const recount = () => db.transaction((tx) => tallyTasks(tx, keys));
    return { tally: await recount(), recount };
  },
});

/** Sends the office the last week as a table (policy: sheets). */
export const weeklySheetJob = sheetJob("weekly-sheet", "week");
/** Sends the office the last month as a table (policy: sheets). */
export const monthlySheetJob = sheetJob("monthly-sheet", "month");

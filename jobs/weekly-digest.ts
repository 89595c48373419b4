import { insertStaffReminders } from "#db/queries/staff-reminders.ts";
import { listDigests } from "#db/queries/digest.ts";
import { listStaff } from "#db/queries/staff.ts";
import { addDays } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import { countWaitingFor } from "#src/inbox/count-waiting-for.ts";
import { type Materialise, reminderJob } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";
import { lastSlot, type Timetable, unknownYears } from "./timetable.ts";
import { listWaitingSuggestions } from "./waiting-suggestions.ts";

const NAME = "weekly-digest";
const NAMES_SHOWN = 6;

const timetable = ({ reminders }: { reminders: { hour: string; digest_weekday: number } }): Timetable => ({
  at: reminders.hour,
  weekday: reminders.digest_weekday,
  worked: true,
  usableHours: 80,
});

const materialise: Materialise = async (tx, _stretch, world) => {
  const { policy, now, today, zone } = world;
  const week = localDay(lastSlot(timetable(policy), now, world), zone);
  const staff = await listStaff(tx, policy.reminders.digest_readers, today);
  const rows = [...new Set(staff.map((one) => one.personId))].map((personId) => ({
    personId,
    subject: `digest:${week}:week`,
    dueAt: now,
    validUntil: toInstant(addDays(week, 7), 0, zone),
  }));
  await insertStaffReminders(tx, NAME, rows, now);
  return unknownYears(week, world.calendar);
};

const compose: Compose = async (tx, due, world) => {
  const { today, policy } = world;
  const { digest_readers: roles, silent_days: silentDays } = policy.reminders;
  const people = due.map((one) => one.personId);
  const since = addDays(today, -silentDays);
  const digests = await listDigests(tx, people, { today, since, roles, names: NAMES_SHOWN });
  const waiting = await countWaitingFor(tx, people, world);
  const suggestions = await listWaitingSuggestions(tx, world);
  return new Map(
    due.flatMap((one): [number, Composed][] => {
      const found = digests.get(one.personId);
      const todo = waiting.get(one.personId);
      if (found === undefined || todo === undefined) return [];
      const { late, silent, silentNames } = found;
      // What waits for the deputies' word waits for nobody here, nor do suggestions that were overdue for too long.
      const { waiting: _theirs, ...counts } = todo;
      const unassigned = suggestions.filter(({ office }) => office.includes(one.personId)).length;
      const desk = { ...counts, suggestions: unassigned };
      const isEmpty = [...Object.values(desk), late, silent].every((count) => count === 0);
      const item = { of: "digest", desk, late, silent, silentNames, silentDays } as const;
      return [[one.id, isEmpty ? { suppressed: "nothing-waits" } : { item }]];
    }),
  );
};

/** Tells clerks and the office once a week who has not reported and what waits for them. */
export const weeklyDigestJob = reminderJob({ name: NAME, timetable, materialise, compose });

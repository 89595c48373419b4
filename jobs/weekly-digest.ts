import { insertStaffReminders } from "#db/queries/staff-reminders.ts";
import { type Digest, listDigests } from "#db/queries/digest.ts";
import { listStaff } from "#db/queries/staff.ts";
import { addDays } from "#src/domain/day.ts";
import type { StaffTodo } from "#src/domain/figures/todo.ts";
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
  const { digest_readers: readers } = policy.reminders;
  const staff = await listStaff(tx, [...readers, ...policy.leave.roles.directors_meeting], today);
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
      const todo = waiting.get(one.personId);
      if (todo === undefined) return [];
      const { late, silent, silentNames, ...desk } = toDesk(todo, digests.get(one.personId), {
        suggestions: suggestions.filter(({ office }) => office.includes(one.personId)).length,
      });
      const isEmpty = [...Object.values(desk), late, silent].every((count) => count === 0);
      const item = { of: "digest", desk, late, silent, silentNames, silentDays } as const;
      return [[one.id, isEmpty ? { suppressed: "nothing-waits" } : { item }]];
    }),
  );
};

type Desk = Omit<StaffTodo, "waiting"> & Digest;

// What waits for the deputies' word waits for nobody here, nor do suggestions that were overdue for too long. Who reads
// it only as one of the directors' meeting is told of leave alone.
function toDesk(
  { waiting: _theirs, ...counts }: StaffTodo,
  found: Digest | undefined,
  { suggestions }: Pick<StaffTodo, "suggestions">,
): Desk {
  if (found !== undefined) return { ...counts, suggestions, ...found };
  return { ...NOTHING, leaves: counts.leaves, late: 0, silent: 0, silentNames: [] };
}

const NOTHING: Omit<StaffTodo, "waiting"> = {
  unverified: 0,
  leaves: 0,
  unfinalised: 0,
  undated: 0,
  opinions: 0,
  suggestions: 0,
  submissions: 0,
  cases: 0,
  objections: 0,
  corrections: 0,
  feedback: 0,
};

/**
 * Tells clerks and the office once a week who has not reported and what waits for them, and those who decide for the
 * directors' meeting which wishes for leave wait for it.
 */
export const weeklyDigestJob = reminderJob({ name: NAME, timetable, materialise, compose });

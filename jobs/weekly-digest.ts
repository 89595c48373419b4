import { insertStaffReminders } from "#db/queries/staff-reminders.ts";
import { listDigests } from "#db/queries/digest.ts";
import { countDecidable } from "#db/queries/leave-decisions.ts";
import { listStaff } from "#db/queries/staff.ts";
import { strikeRules } from "#src/actions/absences/strike-rules.ts";
import { decisionRights } from "#src/actions/activities/decision-rights.ts";
import { addDays } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import { type Materialise, reminderJob } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";
import { listWaitingSuggestions } from "./waiting-suggestions.ts";
import { lastSlot, type Timetable } from "./timetable.ts";

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
  return [];
};

const compose: Compose = async (tx, due, world) => {
  const { today, now, policy } = world;
  const { digest_readers: roles, silent_days: silentDays } = policy.reminders;
  const people = due.map((one) => one.personId);
  const since = addDays(today, -silentDays);
  const digests = await listDigests(tx, people, {
    now,
    today,
    since,
    roles,
    names: NAMES_SHOWN,
    strikes: strikeRules(policy),
    takers: Object.entries(policy.obligations).map(([rule, one]) => ({ rule, role: one.accepted_by })),
  });
  const leaves = await countDecidable(
    tx,
    people.map((one) => decisionRights(one, world)),
  );
  const waiting = await listWaitingSuggestions(tx, world);
  return new Map(
    due.flatMap((one): [number, Composed][] => {
      const found = digests.get(one.personId);
      if (found === undefined) return [];
      const unassigned = waiting.filter(({ office }) => office.includes(one.personId)).length;
      const { silentNames, ...rest } = found;
      const counts = { ...rest, unassigned, pendingLeaves: leaves.get(one.personId) ?? 0 };
      const isEmpty = Object.values(counts).every((count) => count === 0);
      const item = { of: "digest", ...counts, silentNames, silentDays } as const;
      return [[one.id, isEmpty ? { suppressed: "nothing-waits" } : { item }]];
    }),
  );
};

/** Tells clerks and the office once a week who has not reported and what waits for them. */
export const weeklyDigestJob = reminderJob({ name: NAME, timetable, materialise, compose });

import type { Tx } from "#db/client.ts";
import { type ActivityConcern, listActivityConcerns } from "#db/queries/activity-reminders.ts";
import type { DueReminder } from "#db/queries/reminders.ts";

/** A reminder that falls on a long holiday moves this much further ahead at most. */
export const LONGEST_REST_DAYS = 15;

/** The activity that a reminder is about. */
const activityIdOf = ({ thing }: DueReminder): number => Number(thing.split(":")[1]);

/** Reminders about activities with how each concerns its person. */
export async function withConcerns(
  tx: Tx,
  due: readonly DueReminder[],
): Promise<readonly { readonly one: DueReminder; readonly concern: ActivityConcern }[]> {
  const pairs = due.map((one) => ({ activityId: activityIdOf(one), personId: one.personId }));
  const concerns = await listActivityConcerns(tx, pairs);
  const byPair = new Map(concerns.map((one) => [`${one.activityId}/${one.personId}`, one]));
  return due.flatMap((one) => {
    const concern = byPair.get(`${activityIdOf(one)}/${one.personId}`);
    return concern === undefined ? [] : [{ one, concern }];
  });
}

/** Why nobody is to be reminded of an activity: it is off, moved, or the deputy is excused. */
export function silenceAbout({ thing }: DueReminder, concern: ActivityConcern): string | null {
  if (!concern.isPlanned) return "cancelled";
  if (!thing.endsWith(concern.onDay)) return "moved";
  if (concern.isOnLeave) return "on-leave";
  return concern.isInOffice ? null : "not-in-office";
}

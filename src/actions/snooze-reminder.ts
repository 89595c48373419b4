import type { Tx } from "#db/client.ts";
import { insertAgain } from "#db/queries/told-reminders.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant, toLocal, toMinute, toWallTime } from "#src/domain/local-time.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { DeadlineOutcome, DeadlineRefusal, DeadlineRequest } from "#src/domain/requests/deadline.ts";
import type { World } from "#src/domain/rules.ts";
import { findTold } from "./find-told.ts";
import type { Grant } from "./gate.ts";

const HOUR_MS = 3_600_000;

/** Reminds again in an hour or tomorrow morning of everything that one message reminded of. */
export async function snoozeReminder(
  tx: Tx,
  grant: Grant,
  request: Extract<DeadlineRequest, { do: "deadline.snooze" }>,
  world: World,
): Promise<Extract<DeadlineOutcome, { of: "deadline.snooze" }> | DeadlineRefusal> {
  const { now, zone, policy } = world;
  const told = await findTold(tx, grant, request, now);
  if (told === undefined) return "no-reminder";
  const wanted = request.length === "hour" ? new Date(now.getTime() + HOUR_MS) : nextMorning(world);
  const dueAt = nextAllowedInstant(wanted, policy.reminders, zone);
  await insertAgain(tx, told, { dueAt, step: `again${request.messageId}`, now });
  const { day, minute } = toLocal(dueAt, zone);
  return { of: "deadline.snooze", on: day, time: toWallTime(minute) };
}

/** Whoever is still up after midnight means the morning that comes when he says 明早. */
function nextMorning({ now, zone, today, policy }: World): Date {
  const isStillNight = toLocal(now, zone).minute < toMinute(policy.reminders.night_ends);
  return toInstant(isStillNight ? today : addDays(today, 1), toMinute(policy.reminders.hour), zone);
}

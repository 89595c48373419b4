import type { Tx } from "#db/client.ts";
import { findFirstBeginning, insertAgain, listToldTitles } from "#db/queries/told-reminders.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant, toLocal, toMinute, toWallTime } from "#src/domain/local-time.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { DeadlineOutcome, DeadlineRefusal, DeadlineRequest } from "#src/domain/requests/deadline.ts";
import type { World } from "#src/domain/rules.ts";
import { findTold } from "./find-told.ts";
import type { Grant } from "./gate.ts";

type Snooze = Extract<DeadlineRequest, { do: "deadline.snooze" }>;

const HOUR_MS = 3_600_000;

/** What came in the hours before the latest reminder is put off with it, unless one was tapped or named. */
const TOGETHER_HOURS = 3;

/** Reminds again, when it is wanted and outside the quiet hours, of everything that was reminded of just now. */
export async function snoozeReminder(
  tx: Tx,
  grant: Grant,
  request: Snooze,
  world: World,
): Promise<Extract<DeadlineOutcome, { of: "deadline.snooze" }> | DeadlineRefusal> {
  const { now, zone, policy } = world;
  const told = await findTold(tx, grant, request, now, request.reminder === undefined ? TOGETHER_HOURS : 0);
  if (told === undefined) return "no-reminder";
  const wanted = toWanted(request.length, world);
  const allowed = nextAllowedInstant(wanted, policy.reminders, zone);
  const dueAt = beforeItBegins(allowed, await findFirstBeginning(tx, told, now), world);
  const early = +dueAt < +allowed;
  await insertAgain(tx, told, { dueAt, step: `again${request.messageId}`, now });
  const { day, minute } = toLocal(dueAt, zone);
  const titles = await listToldTitles(tx, told);
  const late = typeof request.length !== "string" && +dueAt > +wanted;
  return {
    of: "deadline.snooze",
    on: day,
    time: toWallTime(minute),
    titles,
    ...(late ? { moved: true } : {}),
    ...(early ? { early: true } : {}),
  };
}

// A word that comes once it has begun helps nobody: an hour before it, where there is one left.
function beforeItBegins(at: Date, begins: Date | undefined, { now, zone, policy }: World): Date {
  if (begins === undefined || at < begins) return at;
  const hourBefore = nextAllowedInstant(new Date(begins.getTime() - HOUR_MS), policy.reminders, zone);
  return hourBefore > now && hourBefore < begins ? hourBefore : at;
}

function toWanted(length: Snooze["length"], world: World): Date {
  const { now, zone, policy } = world;
  if (length === "hour") return new Date(now.getTime() + HOUR_MS);
  if (length === "morning") return nextMorning(world);
  if ("minutes" in length) return new Date(now.getTime() + length.minutes * 60_000);
  const minute = toMinute(length.time ?? policy.reminders.hour);
  const then = toInstant(length.on, minute, zone);
  // 八点 said at nine is tomorrow's.
  return then > now ? then : toInstant(addDays(length.on, 1), minute, zone);
}

/** Whoever is still up after midnight means the morning that comes when he says 明早. */
function nextMorning({ now, zone, today, policy }: World): Date {
  const isStillNight = toLocal(now, zone).minute < toMinute(policy.reminders.night_ends);
  return toInstant(isStillNight ? today : addDays(today, 1), toMinute(policy.reminders.hour), zone);
}

import type { AttendedKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import { toLocal } from "#src/domain/local-time.ts";
import type { PartOfCongress } from "#src/domain/requests/leave.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { OpenActivity } from "./which-activity.ts";

type Asked = Extract<ActivityRequest, { do: "activity.leave" }>;

/**
 * What a wish for leave may be from: by number, by day and part of it, or what is still ahead. What has begun counts only
 * where nothing else is meant. Leave from one day of a congress that lasts longer is never leave from all of it unasked:
 * another decides on a sitting.
 */
export function listMeant(
  { activity, on, anyMonth, kind, belated, part }: Asked,
  open: readonly OpenActivity[],
  { now, zone }: World,
): readonly OpenActivity[] {
  if (belated !== undefined) return missedBy(activity, belated, open, now);
  if (activity !== undefined) return open.filter((one) => one.number === activity);
  const then = on === undefined ? open : onDay(open, on, anyMonth);
  const within = part === undefined || part.whole === true ? [] : inPart(then, part, kind, zone);
  if (within.length > 0) return within;
  if (on !== undefined) return withDayOf(ofKind(then, kind), then, open, part);
  // A sitting is named; without a name the whole session is meant.
  const sittings = open.filter((one) => one.sessionId !== null && one.kind === kind);
  const alone = open.filter((one) => one.sessionId === null);
  const whole = sittings.length > 0 ? sittings : ofKind(alone, kind);
  const ahead = whole.filter((one) => one.startsAt > now);
  return ahead.length > 0 ? ahead : whole.slice(-1);
}

// The 20th that was said may be that of the month in which something is.
function onDay(open: readonly OpenActivity[], on: Day, anyMonth: true | undefined): readonly OpenActivity[] {
  const then = open.filter((one) => one.onDay === on);
  return then.length > 0 || anyMonth !== true
    ? then
    : open.filter((one) => one.onDay.slice(-2) === on.slice(-2));
}

const NOON = 12 * 60;

// 人代会第二天, 20号下午: sittings of that day or half; of a half also what stands alone.
function inPart(
  then: readonly OpenActivity[],
  { half, nth }: PartOfCongress,
  kind: AttendedKind | undefined,
  zone: string,
): readonly OpenActivity[] {
  const isOfCongress = kind === "congress_session" || nth !== undefined;
  const some = then.filter(
    (one) => one.sessionId !== null || (!isOfCongress && one.kind !== "congress_session"),
  );
  const days = [...new Set(some.map((one) => one.onDay))].toSorted();
  const day = nth === undefined ? undefined : days.at(nth > 0 ? nth - 1 : nth);
  const ofDay = nth === undefined ? some : some.filter((one) => one.onDay === day);
  const ofHalf = ofDay.filter(
    ({ startsAt }) => half === undefined || toLocal(startsAt, zone).minute < NOON === (half === "morning"),
  );
  return isOfCongress ? ofHalf : ofKind(ofHalf, kind);
}

// 人代会20号请假, where it goes on for another day: all of it, or what is on that day.
function withDayOf(
  meant: readonly OpenActivity[],
  then: readonly OpenActivity[],
  open: readonly OpenActivity[],
  part: PartOfCongress | undefined,
): readonly OpenActivity[] {
  const [one, ...others] = meant;
  if (one?.kind !== "congress_session" || others.length > 0 || part?.whole === true) return meant;
  const isLonger = open.some((each) => each.sessionId === one.id && each.onDay !== one.onDay);
  return isLonger ? [one, ...then.filter((each) => each.sessionId === one.id)] : meant;
}

const ofKind = (some: readonly OpenActivity[], kind: AttendedKind | undefined): readonly OpenActivity[] => {
  const named = some.filter((one) => one.kind === kind);
  return named.length > 0 ? named : some;
};

// What has begun and nothing else: belated leave is never leave from what is ahead.
function missedBy(
  activity: string | undefined,
  days: readonly Day[],
  open: readonly OpenActivity[],
  now: Date,
): readonly OpenActivity[] {
  const begun = open.filter((one) => one.startsAt <= now);
  if (activity !== undefined) return begun.filter((one) => one.number === activity);
  if (days.length > 0) return begun.filter((one) => days.includes(one.onDay));
  return begun.filter((one) => one.sessionId === null);
}

import type { Clock, Frame, Now } from "./frame.ts";
import { type Days, resolveDays } from "./resolve-days.ts";

/** A point, a range or a length of time, and whether it has a date, a time of day, or both. */
export type Kind = "date" | "datetime" | "time" | "daterange" | "datetimerange" | "timerange" | "duration";

/**
 * What words mean: seconds since 1970-01-01 on the wall clock, or since midnight where they name a time only. `to` is
 * not included. An open range has one of the two.
 */
export type Meaning = {
  readonly kind: Kind;
  readonly from?: number;
  readonly to?: number;
  readonly seconds?: number;
  readonly days?: Days;
  /** The clock that was said, for a time. */
  readonly clock?: Clock;
  /** The words set a limit, 20日之前: `days` is the limit. */
  readonly until?: true;
  readonly vague: boolean;
  readonly impossible: boolean;
};

export const DAY_SECONDS = 86_400;
const HALF_DAY = DAY_SECONDS / 2;

const plain = { vague: false, impossible: false };

/** What one phrase means; undefined where it means nothing by itself. */
export function resolve(frame: Frame, now: Now): Meaning | undefined {
  if (frame.seconds !== undefined) return { kind: "duration", seconds: frame.seconds, ...plain };
  if (frame.instant !== undefined)
    return { kind: "datetime", from: frame.instant, ...plain, vague: frame.vague === true };
  if (frame.moments !== undefined)
    return { kind: "datetimerange", ...frame.moments, ...plain, vague: frame.vague === true };
  const days = resolveDays(frame, now);
  if (days !== undefined) return onDays(frame, days);
  const { clock, daypart } = frame;
  const impossible = frame.impossible === true;
  if (clock !== undefined)
    return { kind: "time", from: nearestClock(clock, now), clock, vague: false, impossible };
  if (daypart !== undefined)
    return { kind: "timerange", from: daypart.from, to: daypart.to, vague: false, impossible };
  return impossible ? { kind: "time", from: 0, vague: false, impossible } : undefined;
}

function onDays({ clock, daypart }: Frame, days: Days): Meaning {
  const rest = { days, vague: days.vague, impossible: days.impossible };
  const midnight = days.from * DAY_SECONDS;
  const single = days.to - days.from === 1;
  if (single && clock !== undefined) return { kind: "datetime", from: midnight + clock.at, clock, ...rest };
  if (single && daypart !== undefined)
    return { kind: "datetimerange", from: midnight + daypart.from, to: midnight + daypart.to, ...rest };
  if (single) return { kind: "date", from: midnight, ...rest };
  return { kind: "daterange", from: midnight, to: days.to * DAY_SECONDS, ...rest };
}

/** 三点 without a word of the day is the next three o'clock; the last one where the past is meant. */
function nearestClock({ at, open, digital }: Clock, { second, direction }: Now): number {
  if (!open || digital === true) return at;
  const times = [at % HALF_DAY, (at % HALF_DAY) + HALF_DAY];
  const near =
    direction === "past" ? times.findLast((one) => one <= second) : times.find((one) => one >= second);
  return near ?? at;
}

/** Whether a frame names a day, and not a time of day only. */
export const isDated = (frame: Frame): boolean =>
  [
    frame.year,
    frame.month,
    frame.date,
    frame.day,
    frame.yearly,
    frame.monday,
    frame.weekday,
    frame.weekend,
    frame.stretch,
    frame.moments,
    frame.instant,
    frame.quarter,
    frame.half,
    frame.third,
    frame.following,
  ].some((field) => field !== undefined);

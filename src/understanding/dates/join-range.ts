import { partsOfDay } from "#src/domain/day-number.ts";
import { dayIn } from "./days.ts";
import type { Frame, Now } from "./frame.ts";
import { DAY_SECONDS, isDated, type Meaning, resolve } from "./meaning.ts";

const HALF_DAY = DAY_SECONDS / 2;

/** What two phrases mean together, from the first until the second; undefined where the second is not later. */
export function joinRange(first: Frame, second: Frame, now: Now, between = false): Meaning | undefined {
  if (first.seconds !== undefined || second.seconds !== undefined) return undefined;
  const start = startOf(first, second, now);
  if (start?.from === undefined) return undefined;
  if (!isDated(second)) return untilClock(first, start, second, now);
  const end = resolve(...later(second, start, now));
  if (end?.from === undefined) return undefined;
  const whole = between ? end.from : (end.to ?? lastOf(end));
  return ranged(dated(start, first, now), { ...end, to: whole });
}

// A single day ends with the day, a moment with itself.
const lastOf = ({ kind, from = 0 }: Meaning): number => (kind === "date" ? from + DAY_SECONDS : from);

function ranged(start: Meaning, end: Meaning & { readonly to: number }): Meaning | undefined {
  const impossible = start.impossible || end.impossible;
  const from = start.from ?? 0;
  if (end.to <= from && !impossible) return undefined;
  const timed = [start, end].some(({ kind }) => kind.includes("time"));
  const wide = start.days?.wide === true || end.days?.wide === true;
  const days = {
    from: Math.floor(from / DAY_SECONDS),
    to: Math.ceil(end.to / DAY_SECONDS),
    wide,
    vague: start.vague || end.vague,
    impossible,
  };
  return {
    kind: timed ? "datetimerange" : "daterange",
    from,
    to: end.to,
    days,
    ...(start.clock === undefined ? {} : { clock: start.clock }),
    vague: days.vague,
    impossible,
  };
}

/** A start without a year before an end with one lies before that end: 12月1日到2027年1月5日. */
function startOf(first: Frame, second: Frame, now: Now): Meaning | undefined {
  if (first.year !== undefined || first.month === undefined || second.year === undefined)
    return resolve(literal(first), now);
  if (second.near === true) return resolve({ ...first, year: partsOfDay(now.day).year }, now);
  const end = resolve(second, now)?.days?.from;
  return resolve(first, end === undefined ? now : { ...now, day: end, direction: "past" });
}

/** In a range 三点 is what the clock shows, not the next three o'clock. */
const literal = (frame: Frame): Frame =>
  frame.clock === undefined ? frame : { ...frame, clock: { ...frame.clock, open: false } };

/** The end is reckoned from the start: what it leaves out is what comes first after it. */
function later(second: Frame, start: Meaning, now: Now): [Frame, Now] {
  const from = start.days?.from ?? now.day;
  if (second.following === true) return [{ ...second, day: from + 1 }, now];
  const bare = second.date !== undefined && second.month === undefined;
  const there: Now = { ...now, day: from, direction: "future" };
  if (bare && start.days !== undefined) return [sameMonth(second, from), there];
  return [second, second.year === undefined && start.days !== undefined ? there : now];
}

// 8月24日到26日 stays in August, also where the month has no such day.
function sameMonth(second: Frame, from: number): Frame {
  const { year, month } = partsOfDay(from);
  const day = dayIn(year, month, second.date ?? 1);
  return day === undefined || day > from ? { ...second, year, month } : second;
}

const dated = (start: Meaning, first: Frame, now: Now): Meaning =>
  isDated(first) ? start : { ...start, from: (start.from ?? 0) + now.day * DAY_SECONDS };

/** 下午五点到六点: the end takes the day of the start, and is the first such time after it. */
function untilClock(first: Frame, start: Meaning, second: Frame, now: Now): Meaning | undefined {
  const { clock, daypart } = second;
  const impossible = start.impossible || second.impossible === true;
  const end = clock?.at ?? daypart?.to;
  if (end === undefined) return impossible ? { ...start, impossible } : undefined;
  const from = afternoon(first, start, second);
  const step = clock?.open === true && daypart === undefined ? HALF_DAY : DAY_SECONDS;
  const midnight = isDated(first) ? Math.floor(from / DAY_SECONDS) * DAY_SECONDS : 0;
  let to = midnight + (step === HALF_DAY ? end % HALF_DAY : end);
  while (to <= from) to += step;
  const said = first.clock === undefined ? start : { ...start, clock: first.clock };
  if (isDated(first)) return { ...said, kind: "datetimerange", from, to, impossible };
  return freeRange(first, { ...said, kind: "timerange", from, to, impossible }, now);
}

/** 3点到下午5点 begins in the afternoon too, 9点到下午5点 does not. */
function afternoon({ clock }: Frame, { from = 0 }: Meaning, { clock: end, daypart }: Frame): number {
  if (clock?.open !== true || end === undefined || end.open || daypart?.late === false) return from;
  return clock.at < HALF_DAY && clock.at + HALF_DAY < end.at ? from + HALF_DAY : from;
}

/** A range of times without a day: dated where it runs past midnight or where the past or the future is meant. */
function freeRange(first: Frame, range: Meaning, now: Now): Meaning {
  const { from = 0, to = 0 } = range;
  const length = to - from;
  if (first.clock?.open === true && now.direction !== "nearest") return wished(from, length, range, now);
  if (to < DAY_SECONDS) return range;
  return {
    ...range,
    kind: "datetimerange",
    from: from + now.day * DAY_SECONDS,
    to: to + now.day * DAY_SECONDS,
  };
}

function wished(from: number, length: number, range: Meaning, now: Now): Meaning {
  const at = now.day * DAY_SECONDS + now.second;
  const base = now.day * DAY_SECONDS + (from % HALF_DAY);
  const starts = [-2, -1, 0, 1, 2, 3].map((halves) => base + halves * HALF_DAY);
  const start =
    now.direction === "past" ? starts.findLast((one) => one + length <= at) : starts.find((one) => one >= at);
  const begin = start ?? base;
  return { ...range, kind: "datetimerange", from: begin, to: begin + length };
}

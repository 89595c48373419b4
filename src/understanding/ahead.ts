import { guarded } from "./guarded.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findTime } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found.ts";
import type { ReadingContext } from "./understanding.ts";

/** What is told of a part of today that is still to come: a plan, or a slip where it is told as done. */
export type Ahead = "plan" | "slip";

const GOING = guarded(/去|要|将|参加|出席|列席|开会/u);
const DONE = guarded(/了|过(?!年|节|去|来)|完|\d(?:户|人|名|位|家|件|起|条|场|次)/u);
const PART = guarded(/中午|下午|傍晚|今晚|晚上/u);

/** 今天晚上八点去开会, said in the afternoon: no record yet. `dates` are the days that the text names. */
export function findAhead(
  text: string,
  dates: readonly FoundDate[],
  { at, zone }: ReadingContext,
): Ahead | undefined {
  const time =
    PART.test(text) || /[点时:]/u.test(text) ? (findTime(text) ?? PART.exec(text)?.[0]) : undefined;
  if (time === undefined) return undefined;
  const today = localDay(at, zone);
  if (!dates.every((one) => one.start === today && one.end === today)) return undefined;
  if (!isStillAhead(today, time, { now: at, zone, today })) return undefined;
  return GOING.test(text) && !DONE.test(text) ? "plan" : "slip";
}

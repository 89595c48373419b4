import { everywhere, guarded } from "../guarded.ts";
import { fromDayNumber, toDayNumber } from "#src/domain/day.ts";
import { findMoments, type Moment } from "./find-moments.ts";
import type { FoundDate, Reference } from "./found.ts";
import { DAY_SECONDS, type Kind, type Meaning } from "./meaning.ts";

const NOON = 43_200;

/** As many texts as one message is cut into as a rule: each is asked for its days by several readers. */
const REMEMBERED = 16;
type Known = Reference & { readonly text: string; readonly found: readonly FoundDate[] };
const lately: Known[] = [];
let next = 0;

/** Finds the days and periods that a text names, in the order of the text. Durations and bare times are none. */
export function findDates(text: string, reference: Reference): readonly FoundDate[] {
  const { today, prefer } = reference;
  for (const known of lately)
    if (known.text === text && known.today === today && known.prefer === prefer) return known.found;
  const found = readDates(text, reference);
  lately[next] = { text, today, prefer, found };
  next = (next + 1) % REMEMBERED;
  return found;
}

function readDates(text: string, { today, prefer }: Reference): readonly FoundDate[] {
  const now = { day: toDayNumber(today), second: NOON, direction: prefer };
  return findMoments(text, now).flatMap((moment) => toFoundDate(moment) ?? []);
}

function toFoundDate({ index, text, frame, meaning }: Moment): FoundDate | undefined {
  const { kind, vague, impossible, days } = meaning;
  const [first, last] = extentOf(meaning);
  if (kind === "duration" || kind === "time" || kind === "timerange" || frame.within === true)
    return undefined;
  if (first === undefined || last === undefined || isNowWord(text)) return undefined;
  const start = Math.floor(first / DAY_SECONDS);
  const end = isOneEvening(kind, first, last) ? start : Math.ceil(last / DAY_SECONDS) - 1;
  return {
    index,
    text,
    start: fromDayNumber(start),
    end: fromDayNumber(Math.max(start, end)),
    wide: days?.wide ?? frame.moments !== undefined,
    doubtful: vague || impossible,
    ...(impossible ? { impossible } : {}),
  };
}

// 20日之前 names the twentieth, not the days until then.
function extentOf({ from, to, days, until }: Meaning): readonly [number | undefined, number | undefined] {
  if (until === true && days !== undefined) return [days.from * DAY_SECONDS, days.to * DAY_SECONDS];
  return [from ?? to, to ?? from];
}

// Until two in the morning is still the evening before.
const isOneEvening = (kind: Kind, first: number, last: number): boolean =>
  kind === "datetimerange" && last - first < DAY_SECONDS && last % DAY_SECONDS <= 6 * 3600;

// 目前 and 现在 say when something holds, not on which day something was done.
const NOW_WORD = guarded(/^(?:现在|此[时刻]|当前|目前|眼下)/u);
const isNowWord = (text: string): boolean => NOW_WORD.test(text);

// Without one of these no clock is told.
const CLOCK = guarded(/[点时:]/u);

// 我讲了两点: what was said, and no clock.
const POINTS = everywhere(/(?<=[讲谈提说]了)[一二两三四五六七八\d]点(?=[,。;]|$|[,。]?(?:一是|第一))/gu);

/** The time of day a text names, as HH:MM; undefined where it names none. */
export function findTime(text: string): string | undefined {
  if (!CLOCK.test(text)) return undefined;
  const moments = findMoments(POINTS.replace(text, ","), { day: 0, second: NOON, direction: "past" });
  const clock = moments.find(({ meaning }) => meaning.clock !== undefined && !meaning.impossible)?.meaning
    .clock;
  if (clock === undefined) return undefined;
  const minutes = Math.floor(clock.at / 60);
  // Nobody visits at three in the night: 三点 alone is the afternoon.
  const hour = Math.floor(minutes / 60) % 24;
  const meant = clock.open && hour >= 1 && hour <= 5 ? hour + 12 : hour;
  return `${String(meant).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

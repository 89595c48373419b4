import { toDayNumber } from "#src/domain/day.ts";
import { type Onward, onward } from "../guarded.ts";
import type { Frame, Now } from "./frame.ts";
import { joinRange } from "./join-range.ts";
import { DAY_SECONDS, isDated, type Meaning, resolve } from "./meaning.ts";
import { limited } from "./limits.ts";
import { mayBegin, type Phrase, readPhrase } from "./read-phrase.ts";

/** A date, time, period or duration that a text names, and where. */
export type Moment = {
  readonly index: number;
  readonly text: string;
  readonly frame: Frame;
  readonly meaning: Meaning;
};

const UNTIL = onward(
  /\s?(?:起|开始|一直(?:培训|学习?|值班?|忙|干|走|搞|守|巡|跑|考察|调研|视察)?|开|学|住|培训|学习|值班|考察|调研|视察)?[,,\s]?(?:直?到|至|-|—|–|~|~|―){1,2}\s?/uy,
);
const AND = onward(/\s?(?:和|与|跟|及|、)\s?/uy);
const BETWEEN = onward(/\s?(?:之间|中间|间(?!接|隔|歇))/uy);
// 27日去29日回, 16日开幕、19日闭幕: from the one day to the other.
const LEFT = onward(/(?:就|才)?(?:去|出发|动身|开幕|开始|开班|报到)(?:的)?[,、;]?\s?/uy);
const BACK = onward(/(?:才|就|又)?(?:返?回|返程|结束|闭幕|结业|散会)/uy);
const EVERY = onward(
  /每(?:个|逢|隔)?(?:工作日|天|日|周(?![一二三四五六日末])|月|年|季度|星期(?![一二三四五六日])|礼拜(?![一二三四五六日]))?的?/uy,
);

/** A text with the phrases that have been read from it, so that none is read twice. */
type Reading = { readonly text: string; readonly now: Now; readonly read: Map<number, Phrase | null> };

function phraseAt({ text, now, read }: Reading, at: number): Phrase | undefined {
  const known = read.get(at);
  if (known !== undefined) return known ?? undefined;
  const phrase = readPhrase(text, at, now);
  read.set(at, phrase ?? null);
  return phrase;
}

const EACH = "每".charCodeAt(0);

/** Finds every date and time of a text, in its order, as seen from `now`. Linear in the length of the text. */
export function findMoments(text: string, now: Now): Moment[] {
  const reading: Reading = { text, now, read: new Map() };
  const found: Moment[] = [];
  let before: Phrase | undefined;
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) === EACH) {
      at = skipEvery(reading, at);
      continue;
    }
    const phrase = mayBegin(text, at) ? phraseAt(reading, at) : undefined;
    if (phrase === undefined) {
      at += 1;
      continue;
    }
    const first = listed(text, before, phrase);
    const moment = momentAt(reading, first);
    if (moment !== undefined) found.push(moment);
    at = moment === undefined ? phrase.end : moment.index + moment.text.length;
    before = { ...first, end: at };
  }
  return found;
}

// 每周三 is no day: it is passed over with all that belongs to it.
function skipEvery(reading: Reading, at: number): number {
  const { text } = reading;
  const end = EVERY.endOf(text, at) ?? at + 1;
  const phrase = phraseAt(reading, end);
  if (phrase === undefined) return Math.max(end, at + 1);
  const there = UNTIL.endOf(text, phrase.end);
  return (there === undefined ? undefined : phraseAt(reading, there)?.end) ?? phrase.end;
}

/** 5月8日、9日: the second takes the month of the first, 上周三和周五 and 上周五周六 its week. */
function listed(text: string, before: Phrase | undefined, phrase: Phrase): Phrase {
  if (before === undefined) return phrase;
  if (before.end !== phrase.start && AND.endOf(text, before.end) !== phrase.start) return phrase;
  const { frame } = phrase;
  const { year, month, monday } = before.frame;
  if (frame.date !== undefined && frame.month === undefined && month !== undefined)
    return { ...phrase, frame: { ...(year === undefined ? {} : { year }), month, ...frame } };
  if (
    frame.weekday !== undefined &&
    frame.monday === undefined &&
    monday !== undefined &&
    frame.date === undefined
  )
    return { ...phrase, frame: { monday, ...frame } };
  return phrase;
}

function momentAt(reading: Reading, first: Phrase): Moment | undefined {
  const { text, now } = reading;
  const range = rangeAt(reading, first);
  const end = range?.end ?? first.end;
  const meaning = range?.meaning ?? resolve(first.frame, now);
  if (meaning === undefined || !isInCalendar(meaning)) return undefined;
  const limit = limited(
    text,
    first.start,
    end,
    { frame: first.frame, meaning, joined: range !== undefined },
    now,
  );
  return {
    index: limit.start,
    text: text.slice(limit.start, limit.end),
    frame: first.frame,
    meaning: limit.meaning,
  };
}

const EARLIEST = toDayNumber("0001-01-01") * DAY_SECONDS;
const LATEST = toDayNumber("9999-12-31") * DAY_SECONDS;

// 12016年后: years that cannot be written with four digits are none.
const isInCalendar = ({ kind, from = 0, to = from }: Meaning): boolean =>
  kind === "duration" || (from >= EARLIEST && to <= LATEST);

type Range = { readonly meaning: Meaning; readonly end: number };

function rangeAt(reading: Reading, first: Phrase): Range | undefined {
  const { text, now } = reading;
  const until = UNTIL.endOf(text, first.end);
  const second = until === undefined ? undefined : phraseAt(reading, until);
  if (second !== undefined) {
    const meaning = joinRange(first.frame, second.frame, now);
    return meaning === undefined ? undefined : { meaning, end: second.end };
  }
  return framed(reading, first, AND, BETWEEN) ?? framed(reading, first, LEFT, BACK);
}

function framed(reading: Reading, first: Phrase, middle: Onward, close: Onward): Range | undefined {
  const { text, now } = reading;
  const there = middle.endOf(text, first.end);
  const other = there === undefined ? undefined : phraseAt(reading, there);
  const end = other === undefined ? undefined : close.endOf(text, other.end);
  if (other === undefined || end === undefined || !isDated(other.frame)) return undefined;
  const meaning = joinRange(first.frame, other.frame, now, middle === AND);
  return meaning === undefined ? undefined : { meaning, end };
}

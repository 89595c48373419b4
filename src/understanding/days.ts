import type { Day } from "#src/domain/day.ts";
import { findDates } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found.ts";

const MEASURE = /^(?:余|多|来|几)?(?:户|人|名|位|家|个|件|条|起|场|次|处|元|块|万|亩|公里|盏|篇|份|岁)/u;

/** The days that a report names; 十一户 is an amount, not the first of October. */
export const findDays = (text: string, today: Day): FoundDate[] =>
  findDates(text, { today, prefer: "past" }).filter(
    ({ index, text: words }) =>
      !/^[一二三四五六七八九十]+$/u.test(words) || !MEASURE.test(text.slice(index + words.length)),
  );

import { everywhere } from "./guarded.ts";
import { parseNumber } from "./numbers.ts";

const RUN = everywhere(
  /(?<![一二三四五六七八九十百千万第初\d])[一二三四五六七八九十]{2,6}(?=号|日(?!常|子)|两天)/gu,
);
const DAY = /^(?:[一二三四五六七八九]|二?十[一二三四五六七八九]?|三十一?)$/u;

/** Where two days that follow each other were said without a pause: behind 十八 in 十八十九号去湄潭. */
export const findPartedDays = (text: string): readonly number[] =>
  RUN.list(text).flatMap(({ 0: run, index }) => {
    if (DAY.test(run) || !run.includes("十")) return [];
    for (let length = 1; length < run.length; length += 1)
      if (areNext(run.slice(0, length), run.slice(length))) return [index + length];
    return [];
  });

const areNext = (one: string, other: string): boolean =>
  DAY.test(one) && DAY.test(other) && (parseNumber(one)?.value ?? 0) + 1 === (parseNumber(other)?.value ?? 0);

import { guarded } from "./guarded.ts";
import { splitAt, toCharSet } from "./char-set.ts";
import type { Day } from "#src/domain/day.ts";
import { findDates } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found.ts";

const MEASURE = guarded(
  /^(?:余|多|来|几)?(?:户|人|名|位|家|个|件|条|起|场|次|处|元|块|万|亩|公里|盏|篇|份|岁)/u,
);

const NUMERAL = guarded(/^[一二三四五六七八九十]+$/u);

/** The days that a message names; 十一户 is an amount, not the first of October, and 赵国庆 of `people` is no holiday. */
export function findDays(
  text: string,
  today: Day,
  people: readonly string[],
  prefer: "past" | "future" = "past",
): FoundDate[] {
  const found = findDates(text, { today, prefer });
  const days = found.length > 0 ? found : byClause(text, today, prefer);
  return days.filter(
    ({ index, text: words }) =>
      (!NUMERAL.test(words) || !MEASURE.test(text.slice(index + words.length))) &&
      !isOfName(text, index, words, people),
  );
}

const isOfName = (text: string, index: number, words: string, people: readonly string[]): boolean =>
  people.some((name) => {
    const at = name.indexOf(words);
    return at > 0 && text.startsWith(name, index - at);
  });

const PAUSES = toCharSet(",。;");

// 3小时,9月12日: a duration that ends a clause must not swallow the day that begins the next.
function byClause(text: string, today: Day, prefer: "past" | "future"): FoundDate[] {
  const clauses = splitAt(text, PAUSES);
  if (clauses.length === 1) return [];
  let from = 0;
  return clauses.flatMap((clause) => {
    const begin = from;
    from += clause.length + 1;
    return findDates(clause, { today, prefer }).map((one) => ({ ...one, index: one.index + begin }));
  });
}

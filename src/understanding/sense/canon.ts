import { everywhere } from "../guarded.ts";
import { replaceNames } from "../known-names.ts";

const NUMBERS = everywhere(
  /\d+(?:\.\d+)?|(?<![第星期周拜])[一二两三四五六七八九十百]+(?=[户个条件场起名位人家天次公亩盏点月号日])/gu,
);
const BLANKS = everywhere(/\s/gu);

/** Longer messages are weighed by their beginning. */
const FIRST = 200;

/**
 * A message as it is weighed: names of deputies as 甲, known places as 地, every number as 9, with its beginning and
 * end marked, so that what was learned of one person or place holds for all.
 */
export function toCanon(text: string, people: readonly string[], places: readonly string[]): string {
  const there = replaceNames(text.slice(0, FIRST), places, () => "地");
  const plain = replaceNames(there, people, () => "甲");
  return `^${BLANKS.replace(NUMBERS.replace(plain, "9"), "_")}$`;
}

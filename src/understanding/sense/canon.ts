import { patternOf } from "../name-pattern.ts";

const NUMBERS =
  /\d+(?:\.\d+)?|(?<![第星期周拜])[一二两三四五六七八九十百]+(?=[户个条件场起名位人家天次公亩盏点月号日])/gu;

/** Longer messages are weighed by their beginning. */
const FIRST = 200;

/**
 * A message as it is weighed: names of deputies as 甲, known places as 地, every number as 9, with its beginning and
 * end marked, so that what was learned of one person or place holds for all.
 */
export function toCanon(text: string, people: readonly string[], places: readonly string[]): string {
  let plain = text.slice(0, FIRST);
  const deputies = patternOf(people);
  const known = patternOf(places);
  if (known !== undefined) plain = plain.replace(known, "地");
  if (deputies !== undefined) plain = plain.replace(deputies, "甲");
  return `^${plain.replace(NUMBERS, "9").replace(/\s/gu, "_")}$`;
}

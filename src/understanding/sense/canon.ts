const NUMBERS =
  /\d+(?:\.\d+)?|(?<![第星期周拜])[一二两三四五六七八九十百]+(?=[户个条件场起名位人家天次公亩盏点月号日])/gu;

// Built once for each list of names: most messages of a house come with the same list.
const PATTERNS = new WeakMap<readonly string[], RegExp | null>();

function patternOf(names: readonly string[]): RegExp | null {
  const kept = PATTERNS.get(names);
  if (kept !== undefined) return kept;
  const sorted = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const escaped = sorted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const pattern = escaped.length === 0 ? null : new RegExp(escaped.join("|"), "gu");
  PATTERNS.set(names, pattern);
  return pattern;
}

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
  if (known !== null) plain = plain.replace(known, "地");
  if (deputies !== null) plain = plain.replace(deputies, "甲");
  return `^${plain.replace(NUMBERS, "9").replace(/\s/gu, "_")}$`;
}

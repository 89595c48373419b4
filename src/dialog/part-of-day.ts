import { findTime } from "#src/understanding/dates/find-dates.ts";

const PARTS = /凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上/u;
const SHORT = [
  [/今早|早$/u, "早上"],
  [/昨晚|今晚|前晚/u, "晚上"],
] as const;

/** The time that a text names: a clock time as HH:MM, else the part of the day in its own word. */
export function timeIn(text: string): string | undefined {
  const said = text.normalize("NFKC");
  return findTime(said) ?? PARTS.exec(said)?.[0] ?? SHORT.find(([pattern]) => pattern.test(said))?.[1];
}

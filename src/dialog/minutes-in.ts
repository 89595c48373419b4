import { NUMBER, parseNumber } from "#src/understanding/numbers.ts";

const HALF = /半个?(?:小时|钟头)/u;
const STRETCH = new RegExp(`(?<n>${NUMBER})(?<unit>分钟?|刻钟|个半?(?:小时|钟头)|小时|钟头)`, "u");
const DAY_MINUTES = 480;

/** How many minutes a text names, of at most a working day: 20分钟, 半小时, 一个半小时; undefined without any. */
export function minutesIn(text: string): number | undefined {
  const { n = "", unit = "" } = STRETCH.exec(text)?.groups ?? {};
  const value = parseNumber(n)?.value;
  if (value === undefined) return HALF.test(text) ? 30 : undefined;
  const each = unit.startsWith("分") ? 1 : unit === "刻钟" ? 15 : 60;
  const minutes = Math.round(value * each) + (unit.includes("半") ? 30 : 0);
  return minutes > 0 && minutes <= DAY_MINUTES ? minutes : undefined;
}

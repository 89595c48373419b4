import type { TimesPresent } from "#src/domain/requests/attendance.ts";
import { someNames } from "./some-names.ts";
import { short } from "./format.ts";

const DIGITS = "零一二三四五六七八九十";

/** 三分之二; in figures beyond ten. */
export const shareWords = ({ parts, of }: { readonly parts: number; readonly of: number }): string =>
  `${DIGITS[of] ?? of}分之${DIGITS[parts] ?? parts}`;

/** Who was there for how long, and whom the rule makes absent. */
export function timesLines(times: TimesPresent | null): string[] {
  if (times === null) return [];
  const { held, people, share } = times;
  const brief = people.filter((one) => one.tooShort).map((one) => `${one.name}${one.minutes}分钟`);
  return [
    `共${held}分钟,到会时间:${short(people.map((one) => `${one.name}${one.minutes}`).join("、"), 80)}`,
    ...(share === null || brief.length === 0
      ? []
      : [`不足${shareWords(share)},定稿时按缺席:${someNames(brief, 60)}`]),
  ];
}

import type { UndatedView } from "#src/domain/requests/undated.ts";
import { short } from "./format.ts";

/** What has no day yet, in one line: 3月中旬 羊昌镇视察. */
export const undatedLine = ({ said, time, title }: Omit<UndatedView, "number">): string =>
  short(`${said}${time === null ? "" : ` ${time}`} ${title}`, 34);

/** The same with its number, for whoever fixes the day. */
export const undatedWhole = (one: UndatedView): string => `${one.number} ${undatedLine(one)}`;

/** What is typed to fix a day, as an example. */
export const fixExample = (number: string): string => `改活动 ${number} 时间3月12日上午9点`;

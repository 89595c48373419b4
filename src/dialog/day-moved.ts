import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";

const DAY = "(?:\\d{1,2}月)?\\d{1,2}[日号]|[下这本]?个?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天";
const TO = "(?:改|挪|换|推迟|推|提前|延|调)(?:到|成|为|回|在)";
// 9号改回5号, 1号那个调研弄错了,是8号: what is on a day, and the day on which it is to be.
const MOVED = new RegExp(
  `^(?:请|麻烦|帮我|把|将)*(?<what>(?:${DAY})(?:那[天场次个])?的?[^,?\\d]{0,8}?)(?:(?:日子|日期|时间)?[,\\s]*${TO}|(?:的?(?:日子|日期|时间))?(?:弄|搞|写|说|发|记|定)错了?[,\\s]*(?:应该|其实)?(?:是|改成|改到|改为|在)+)(?<to>(?:${DAY})[^?]{0,12})$`,
  "u",
);

/** The day of what is moved, and when it is to be, where nothing but days is said; undefined for all else. */
export function findDayMoved(
  line: string,
  { people, today }: Facts,
): { readonly what: string; readonly to: string } | undefined {
  const { what, to } = MOVED.exec(line)?.groups ?? {};
  if (what === undefined || to === undefined || people.some((name) => line.includes(name))) return undefined;
  const isAhead = findDates(what, { today, prefer: "future" }).some((one) => !one.wide && one.start >= today);
  return isAhead && !DEED.test(line) ? { what, to } : undefined;
}
const DEED = /走访|慰问|接待|履职|户|群众|记录|自评|报告|请假/u;

import { isCountUnit } from "#src/domain/count-unit.ts";
import type { CountedBefore } from "#src/domain/requests/amendment.ts";
import { findCounts } from "#src/understanding/counts.ts";

const AMOUNT =
  "(?:大概|大约|约)?(?:\\d[\\d.]{0,6}|[一二两三四五六七八九十百千]{1,7})(?:来|多)?个?(?:人次|[名位人户家处件条起次场天])(?:人|人家|群众|选民)?";
// 不是五户,是6户; 把5户改成6户; 写成5户了,应该是6户.
const BEFORE: readonly RegExp[] = [
  new RegExp(
    `(?:不是|没有|不止)(?<was>${AMOUNT})[,\\s]*(?:而|应该|其实|只|就)*(?:是|有)(?:约)?[\\d一二两三四五六七八九十]`,
    "u",
  ),
  new RegExp(
    `(?<was>${AMOUNT})(?:要|应该?|得)?(?:改成?|改为|换成|应为|应是|应该是)[\\d一二两三四五六七八九十]`,
    "u",
  ),
  new RegExp(`(?:写|报|记|填|说|录|算)(?:成|为)了?(?<was>${AMOUNT})`, "u"),
];

/** What a correction says that was counted before: 5户 of 不是五户,是6户. Undefined where it does not say. */
export function countBefore(text: string): CountedBefore | undefined {
  const line = text.normalize("NFKC");
  const was = BEFORE.map((one) => one.exec(line)?.groups?.["was"]).find((one) => one !== undefined);
  const [[field, value] = [], other] = Object.entries(findCounts(was ?? "").counts);
  return other === undefined && field !== undefined && value !== undefined && isCountUnit(field)
    ? { field, value }
    : undefined;
}

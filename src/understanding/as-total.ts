import { guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import type { RecordPart } from "./told.ts";

// 今天共走访8家: how much all of it was.
const TOTAL = guarded(
  new RegExp(
    `[,。;](?:[今昨前]天|全天|一天)?(?:我)?(?:一?共|总共|合计|总计|拢共|前后|加起来)[^,。;\\d一二两三四五六七八九十]{0,6}(?<number>${NUMBER})(?<unit>人次|[户家人名位个件起次场条])[^,。;]{0,4}[,。;\\s]*$`,
    "u",
  ),
);

// What has a place or a day of its own stays apart.
const PLACED = guarded(/村(?!民)|社区|[镇乡组寨]|街道|小区/u);
const DAY = guarded(/[今昨前]天|[日号]|(?:周|星期|礼拜)[一二三四五六日天]/u);

/**
 * Records of one duty whose amounts are summed up at the end are one, with the sum: 上午跑了3家,下午跑了5家,共走访8家.
 * As they are where the sum is not that of its parts.
 */
export function asTotal(records: readonly RecordPart[]): readonly RecordPart[] {
  const [first, ...more] = records;
  const match = TOTAL.exec(records.at(-1)?.text ?? "");
  const { number = "", unit = "" } = match?.groups ?? {};
  if (first === undefined || match === null || more.length === 0) return records;
  if (more.some((one) => one.kind !== first.kind)) return records;
  const own = records.map((one, nth) => (nth === more.length ? one.text.slice(0, match.index) : one.text));
  if (own.some((text) => PLACED.test(text)) || own.slice(1).some((text) => DAY.test(text))) return records;
  const amount = new RegExp(`(${NUMBER})(?=${unit})`, "u");
  const parts = own.map((text) => parseNumber(amount.exec(text)?.[1] ?? "")?.value ?? Number.NaN);
  const sum = parts.reduce((all, one) => all + one, 0);
  if (sum !== parseNumber(number)?.value) return records;
  return [{ ...first, text: first.text.replace(amount, String(sum)).replace(/[上下]午/u, "") }];
}

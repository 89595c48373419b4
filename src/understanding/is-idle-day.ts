import type { FoundDate } from "./dates/found.ts";
import { onward } from "./guarded.ts";

// 6号补觉, 27号院里忙, 18号夜里抢救没法写, 10.2无: nothing that counts was done. It is looked for where a day ends and
// nowhere else: a line of many days is not cut anew behind each of them.
const IDLE = onward(
  /(?:上午|下午|晚上|夜里|白天|一?整?天|那天|都|我|就|又|在家|家里|院里|厂里|店里|单位|学校|地里|医院)*(?:在)?(?:休息|补觉|睡|歇|放假|调休|轮休|加班|抢救|上班|值夜班|出差|生病|住院|打针|下雨|停电|忙|有事|没(?!有?[落缺漏耽误迟错少断停])|无(?!偿)|请假)[^,。;\d走访接待慰问调参]{0,8}\s*(?:[,。;][,。;\s]*|$)/uy,
);

/** True where a day of a record was one on which nothing was done, and the next thing told has a day of its own or none follows. */
export function isIdleDay(
  text: string,
  { index, text: words }: FoundDate,
  all: readonly FoundDate[],
): boolean {
  const end = IDLE.endOf(text, index + words.length);
  if (end === undefined) return false;
  return end >= text.length || all.some((one) => one.index >= end && one.index <= end + 2);
}

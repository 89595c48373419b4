import { localDay } from "#src/domain/local-time.ts";
import { toDayNumber } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";
import type { QueryName, ReadingContext } from "./understanding.ts";

const EVENTS = "(?:视察|活动|会|培训|学习|调研|检查|座谈|接待日|旁听|集中)";
// 四季度有哪几次视察, 十二月视察怎么安排的.
const ARRANGED = guarded(
  new RegExp(
    `(?:有没有|有无|[有搞开]|安排|组织|开展|计划)(?:了|些)?(?:哪|几|什么|啥|多少|好多)[^,。]{0,6}${EVENTS}|${EVENTS}[^,。]{0,4}(?:有哪|有几|(?:怎么|咋个?|如何)安排|安排)`,
    "u",
  ),
);
// 下半年还安排有几次视察: of a stretch that has begun, what is left of it.
const STILL = guarded(/还(?:安排|有|要|剩|得|会)|(?<!没)安排(?!的?了)|计划|定在/u);
/** Nobody asks about what is arranged for longer ahead; it is the last such period that is meant. */
const FURTHEST_DAYS = 120;
const TOLD: readonly QueryName[] = ["stats", "my_reports", "missing_reports"];

/** True where what is asked about is arranged and has not begun, whatever else the words resemble. */
export function isComing(
  name: QueryName,
  text: string,
  coming: () => readonly FoundDate[],
  { at, zone }: ReadingContext,
): boolean {
  if (!TOLD.includes(name) || !ARRANGED.test(text)) return false;
  const [first] = coming();
  if (first === undefined) return false;
  const today = localDay(at, zone);
  if (first.start <= today) return first.end > today && STILL.test(text);
  return toDayNumber(first.start) - toDayNumber(today) <= FURTHEST_DAYS;
}

import type { Day } from "#src/domain/day.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { minutesIn } from "./minutes-in.ts";

const LATE =
  /(?:可能|恐怕|估计|怕|要|会|得|大概|稍微?|稍稍|我|我们)(?:要|会|得|稍微?|稍稍|晚点?)?(?:晚|迟)(?:一?点|一?会儿?|些)?(?:到|来|去|半|一|十|二十|\d)|迟到|(?:晚|迟)(?:一?点|一?会儿?|半个?(?:小时|钟头)|[\d一二两三四五十]+(?:分钟|个?小时|个?钟头))[^,\u3002]{0,2}(?:到|来|去)|(?:晚|迟)(?:到|来|去)(?:一?点|一?会儿?|半|[\d一二两三四五十]+(?:分钟|个?小时|个?钟头))|(?:要|得|会|可能|恐怕|需要|想)(?:早退|提前(?:走|离开|离会|退场)|早点?走|先走)|^(?:[^,。]{1,8},)?(?:早退|早点?走|先走|提前(?:[^,。]{1,5})?(?:走|离开|退场))|(?:堵车|堵起|堵在)[^。]{0,10}(?:赶不|可能|要晚|要迟|到不了那么早)|赶不(?:上|及)(?:开头|开会|签到|点)?(?:了|啦)?$/u;
const AWAY = /(?:来|去|参加|到)不(?:了|成)|不(?:来|去|参加)|没法|不能|请(?:个)?[病事]?假|缺席/u;
const NOT_AHEAD =
  /^(?:昨|前)天|那(?:天|次)|上次|[说讲]过|[没无未](?:有)?(?:迟到|早退|晚到)|迟到了|晚到了|反映|群众|居民|村民|学生|校车|公交|[?]|他|她|谁/u;
const LONGEST = 40;
/** 我, 可能, a day, a number: it is the speaker who will be late, and not the school bus. */
const OWN =
  /(?:可能|恐怕|估计|怕是|大概|我们?|要|会|得|想|需要)[^,\u3002]{0,4}(?:[晚迟]|早退|提前|早点|早走|先走)|^(?:路上|我|车)*(?:堵车|堵起|堵在)|^(?:我|怕|可能|恐怕)*赶不(?:上|及)|^(?:活-\d{4}-\d+(?!\d)|\d{1,2}[月日号]|[上下]午|明天|今天|后天|那天|到时候?|这次|活动|会议?|的|[,\s])*(?:[晚迟]|早退|提前|早点?走|先走)/u;
const OF_CALLS = /我|会|活动|小组|学习|培训|视察|调研|代表|假|算|怎么|^(?:迟到|早退|晚到|早走)/u;
const IS_ASKED = /[?]|怎么|怎样|如何|咋|[吗么]$|行不行|可不可以|能不能|会不会|算不算|有没有/u;
const EARLY = /早退|提前|早点?走|先走/u;

/**
 * Reads that a deputy comes late or leaves early, which is no leave: by how much, and on which day, as far as it was
 * said. Without `foretold` it is asked about, or told of somebody else. Undefined for all else.
 */
export function readForetold(
  text: string,
  today: Day,
  people: readonly string[],
): { readonly foretold?: Foretold; readonly on?: Day } | undefined {
  // Whoever comes late comes: with a word of staying away it is a wish for leave.
  if (text.length > LONGEST || !LATE.test(text) || AWAY.test(text) || NOT_AHEAD.test(text)) return undefined;
  // 预警短信迟到两小时: nobody comes late to anything.
  if (!OWN.test(text) && !OF_CALLS.test(text)) return undefined;
  if (!OWN.test(text) || IS_ASKED.test(text) || people.some((name) => text.includes(name))) return {};
  const words = text.replace(/活-?\d{4}-?\d+/gu, " ");
  const on = findDates(words, { today, prefer: "future" }).find(
    (one) => !one.wide && one.start >= today,
  )?.start;
  const minutes = minutesIn(words);
  return {
    foretold: {
      how: EARLY.test(words) ? "left_early" : "late",
      ...(minutes === undefined ? {} : { minutes }),
    },
    ...(on === undefined ? {} : { on }),
  };
}

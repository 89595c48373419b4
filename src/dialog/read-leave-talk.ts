import type { Day } from "#src/domain/day.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { wantsLeave } from "#src/understanding/leave.ts";
import { readForetold } from "./read-foretold.ts";
import { readLeaveTold } from "./read-leave-told.ts";
import { bare } from "./words.ts";

/** What a deputy says of leave other than that he or she wants it for what is ahead. */
export type LeaveTalk =
  /** Not wanted any more: 不请假了, 15号的假不请了, 取消请假. */
  | { readonly means: "takes-back"; readonly on?: Day }
  /** How that is done, or together with another wish for leave. */
  | { readonly means: "asks-how-back" | "back-and-more" }
  /** 补假: for what is over. The days are those that the words may name. */
  | { readonly means: "belated"; readonly on: readonly Day[] }
  /** 我的请假批了没有; 我请过假的. */
  | { readonly means: "asks-decided" }
  /** 我没说请假啊: what stands as leave is none. */
  | { readonly means: "denies"; readonly on?: Day }
  /** Late for it, or gone before its end: that is no leave. Without `foretold` it is asked about, or told of another. */
  | { readonly means: "comes-late"; readonly foretold?: Foretold; readonly on?: Day };

const LEAVE = "(?:[\u75c5\u4e8b\u516c\u5a5a\u4ea7\u4e27\u5e74]?\u5047|\u5047\u6761)";
const MINE = "(?:我|那次?|这次?|那天|上次|刚才|刚刚|之前|原来|一下|掉|了|的|请的|提的|会议?|活动|个)*";
const UNDO = "(?:取消|撤销|撤消|撤回|收回|退掉|销掉|作废|撤掉?|去掉|删掉?|不算)";
const BACK = new RegExp(
  [
    `(?:不|别|甭|莫)(?:用|要|想|需要|必|消|得|打算|准备)?(?:再|去|替我|给我|帮我)*请(?:了|个|那个|这个|什么|啥子?)?${LEAVE}`,
    `请?${LEAVE}(?:申请)?(?:我|就|也|都|现在|先)*(?:不(?:用|要|想|需要|必)?(?:再)?(?:请|要|休|批|算)|不用了|不需要了|不要了)`,
    `${UNDO}${MINE}(?:请的?)?${LEAVE}`,
    `请?${LEAVE}(?:申请)?(?:我|就|也|都|想|要|请|麻烦|帮我|给我|替我)*${UNDO}`,
    `^销(?:个)?假|(?:要|想|来|给我|帮我)销(?:个)?假`,
  ].join("|"),
  "u",
);
const WHICH_IS_ASKED = /[?]|[吗么]$|怎么|怎样|咋|如何|可不可以|能不能|行不行|会不会|要不要|是不是/u;
const TELLS_OF_RULE = /不请假(?:的|就|会|而|又|也不|还|直接|算|是|缺席)/u;
const BELATED =
  /补(?:办|交|上|一?[下个张份次]|请|我|那|这|天|的|回|场|活动|会议?|\d{1,2}[月日号])*(?:[病事公]?假(?!期)|请假)|(?:请?假|假条)[^,。;]{0,4}(?:补上|补一下|补办|补交|补起|后补|补请)|事后请(?:个)?假/u;
const NOT_BELATED = /补假期|(?:寒|暑)假|放假|调休|学生|孩子们|作业/u;
const MISSED = /没(?:能|有|法)?(?:来|去|到|参加|赶)(?:成|得成|上|会|了)?|(?:来|去|到)不了的那/u;
const DECIDED =
  /(?:假|假条|请假)[^,。;]{0,6}(?:批(?:了|下来|准|过|好)?(?:没有?|了?吗|了没|不批|没批)|批没批|准(?:了)?(?:没有?|吗)|准没准|通过(?:了)?(?:没有?|吗)|同意(?:了)?(?:没有?|吗)|同不同意|(?:有)?(?:结果|消息|下文)(?:了)?(?:没有?|吗)?|(?:怎么|咋)样了?|批得?怎么样|(?:咋个?|怎么|为什么|为啥子?)?还?没(?:有)?(?:批|准|消息|结果))|(?:批|准|同意|通过)(?:了)?我?(?:的)?(?:请)?假(?:没有?|了?吗|了没)/u;
// 1月20日至23日出席人代会,全程没有请假: who was there, and no leave.
const CAME = /(?:全程|出席了?|参加了?|列席了?)[^。]{0,24}(?:没(?:有)?|未|无)(?:请(?:过)?假|缺席)/u;
/** Longer than that it is told to somebody, and no order. */
const LONGEST = 60;

/** What a line says of leave that was asked for or is asked for belatedly; undefined for all else. */
export function readLeaveTalk(said: string, today: Day, people: readonly string[]): LeaveTalk | undefined {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST) return undefined;
  const late = readForetold(text, today, people);
  if (late !== undefined) return { means: "comes-late", ...late };
  if (!text.includes("假") || CAME.test(text)) return undefined;
  if (DECIDED.test(text)) return { means: "asks-decided" };
  const told = tellsOf(text, today, people);
  if (told !== undefined) return told;
  const clauses = text.split(/[,。;!\n]/u).map((one) => one.replace(/\s+/gu, ""));
  const back = clauses.find((one) => BACK.test(one) && !TELLS_OF_RULE.test(one));
  if (back !== undefined && !people.some((name) => back.includes(name)))
    return takesBack(text, clauses, back, today);
  return isBelated(text)
    ? { means: "belated", on: daysIn(text, today, "past").filter((one) => one <= today) }
    : undefined;
}

// 我请过假的 is never a new wish, and what was never meant is none.
function tellsOf(text: string, today: Day, people: readonly string[]): LeaveTalk | undefined {
  const told = readLeaveTold(text, people);
  if (told === undefined) return undefined;
  if (told === "had") return { means: "asks-decided" };
  const on = daysIn(text, today, "future").find((one) => one >= today);
  return { means: told === "denied" ? "denies" : "takes-back", ...(on === undefined ? {} : { on }) };
}

function takesBack(text: string, clauses: readonly string[], back: string, today: Day): LeaveTalk {
  if (WHICH_IS_ASKED.test(text)) return { means: "asks-how-back" };
  const others = clauses.filter((one) => one !== back && !BACK.test(one));
  if (others.some(wantsLeave) || /改请|换成请|改成请/u.test(text)) return { means: "back-and-more" };
  const on = daysIn(text, today, "future").find((one) => one >= today);
  return { means: "takes-back", ...(on === undefined ? {} : { on }) };
}

const isBelated = (text: string): boolean =>
  !NOT_BELATED.test(text) && (BELATED.test(text) || (MISSED.test(text) && wantsOwn(text)));

// 昨天没去成,请个假: what is over is missed, not what is ahead.
const wantsOwn = (text: string): boolean =>
  /请(?:个|一?下|一?天|半天)?[病事]?假/u.test(bare(text)) && wantsLeave(text);

const daysIn = (text: string, today: Day, prefer: "past" | "future"): Day[] =>
  findDates(text.replace(/[履活意建]-?\d{4}-?\d+/gu, " "), { today, prefer })
    .filter((one) => !one.wide)
    .map(({ start }) => start);

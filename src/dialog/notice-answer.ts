import type { Day } from "#src/domain/day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNamedEvent } from "./named-event.ts";
import { noticeQuestion, type NoticeQuestion } from "./notice-questions.ts";
import { bare, isYes } from "./words.ts";

/** What a deputy's few words answer to a notice: he or she comes (on a day, where one was said), has only read it, or asks. */
export type NoticeAnswer =
  | {
      readonly means: "coming";
      readonly on?: Day;
      /** The word for what he or she comes to, where it was said: 接待. */
      readonly event?: string;
      /** Said after the opposite: 还是能来, 不对,我来. */
      readonly afterAll: boolean;
    }
  | { readonly means: "read" }
  /** 腿摔了,不去: stays away, and says why. */
  /** `vague`: nothing of it says that it is about coming. */
  | { readonly means: "stays-away"; readonly vague?: true }
  /** When, where or whether at all it is; or what the notice may leave open. */
  | { readonly means: "asks"; readonly on?: Day; readonly of?: NoticeQuestion; readonly event?: string };

// Whole lines only: 我去黄连村 is another thing, and 我去了 is over.
const COMES =
  /^(?:好|好嘞|好嘛|行|嗯|可以|要得|没问题|放心|收到|晓得|知道|不对|不是|说错|记错|搞错|错|哎呀?|ok|哦|算了|还是|改成|改为|改回|换成|改了?(?:时间|期|天)|又|那|就|我们?|本人|也|都|了|啊|呢|到时候?|这回|准时|按时|全程|从头到尾|每[场次天]|天天|一定|肯定|必须|会|能够?|要|保证|有空|有时间|没事|的|那[天次]|这[天次场]|代表|接待(?:选民(?!接待)日?|日)?|选民接待日?|人代会|人大会|大会|两会|全体会议|代表团会议|开会|评议|执法检查|检查|座谈|专题|工作|会议|活动|小组|学习|培训|视察|调研|场|个|上午|下午|早上|晚上)*(?:参加|参会|出席|到会|到场|报名|来|去|到|算我一个)(?:开会|参加|(?:了|成|到|起)(?=[的吧啊哈嘛呢哦哟呀]|$)|得|的|吧|啊|哈|嘛|呢|哦|噢|哟|呀|(?:请|让)?(?:领导|大家|各位|你们?|组织|组长|主席)?放心)*$/u;
const ARRIVED = /(?:来|去|到|参加|到会|到场)了[的吧啊哈嘛呢哦哟呀]*$/u;
// 下午去的 tells of what is over; 会去的 does not.
const WENT = /(?:来|去|到|参加|到会|到场)的$/u;
// 来的 alone is said of what is ahead.
const WILL = /会|能|要|肯定|一定|必须|保证|到时|还是|^(?:我)?(?:来|参加)的[哈啊嘛吧呢]*$/u;
const ABLE = /得了[的吧啊哈嘛呢哦哟呀]*$/u;
const AFTER_ALL = /算了|还是|改成|改为|改回|换成|又能|不对|说错|记错|搞错/u;
const ABLE_AGAIN = /(?:能够?|可以)(?:来|去|到|参加)了/u;
// What stood in the way is gone: 病好了, 那边的会取消了, 不出差了, 事办完了.
const GROUND =
  /^[^?]{0,14}(?:好(?:多|些|点|转|全|利索|得差不多)*(?:了|啦)|退烧了?|出院了?|没事(?:情)?了?|(?:取消|推迟|改期|延期|改天|不开|不办|不搞|不用去|不去|结束|办完|忙完|做完|处理完|处理好|安排好|推掉|推|调开|错开|协调好|请人代|换班?)(?:了|啦|掉了|过了)?|回来了?|赶(?:得)?(?:回来|上|到)了?|有(?:空|时间)了?|算了|不出(?:差|去|门)了?|不忙了?|(?:上午|下午|早上|晚上|那天|当天|原来|之前)(?:才|是|就)?有(?:点|些|个)?(?:事|课|会)|不用?(?:再)?(?:去|出|到|飞|跑)[^,?]{1,8}了)$/u;
const GOES = /^(?:嗯|好|我|要|肯定)*去的(?:去的)?[哈啊嘛吧呢哦]*$/u;
const READ = /^(?:好的?|嗯+|哦)?(?:收到|知道|晓得|看到|明白)(?:了|啦)?(?:谢谢)?$/u;
const LONGEST = 30;

/** Reads a line as the answer to a notice that may lie open; undefined where it can be none. */
export function readNoticeAnswer(said: string, today: Day): NoticeAnswer | undefined {
  if (said.length > LONGEST) return undefined;
  const text = said.normalize("NFKC").trim();
  if (isYes(text) || READ.test(bare(text)) || wavers(text)) return { means: "read" };
  const day = findDates(text, { today, prefer: "future" }).find((one) => !one.wide && one.start >= today);
  const words = bare(day === undefined ? text : text.replace(day.text, ""));
  const on = day === undefined ? {} : { on: day.start };
  // 去的 may be of what was, 30号要得 of anything on that day: it is shown, with its buttons.
  if (GOES.test(bare(text))) return { means: "read" };
  if (day !== undefined && words !== "" && isYes(words)) return { means: "asks", ...on };
  // 25号不一定: which one it is is known, and it is shown once more.
  if (day !== undefined && wavers(words)) return { means: "asks", ...on };
  const of = noticeQuestion(words);
  const event = findNamedEvent(words);
  if (of !== undefined) return { means: "asks", ...on, of, ...(event && { event }) };
  if (comes(words)) {
    return { means: "coming", ...on, ...(event && { event }), afterAll: AFTER_ALL.test(words) };
  }
  const rest = day === undefined ? text : text.replace(day.text, "");
  if (staysAway(text)) return { means: "stays-away", ...(isVague(text) ? { vague: true } : {}) };
  return comesAfterAll(rest) ? { means: "coming", ...on, afterAll: true } : undefined;
}

const WAVERS =
  /^(?:等(?:一?下|哈|会儿?)|我|这个|那天|到时候?|先|再|还|暂时|现在|眼下|得|要|也|就|可能|,)*(?:看(?:一?下|看)?(?:情况|时间|安排|天气|看)|(?:再)?(?:说|看|定)(?:吧|嘛|哈)?|说不准|说不定|定不(?:下来|了)|不一定(?:能(?:来|去|到))?(?:得了|成|了)?|不好说|没定|不确定)(?:再(?:说|定|看))?(?:吧|嘛|哈|了|呢|啊)*$/u;

/** True for words that leave open whether somebody comes: 到时候看情况, 说不准. */
export const wavers = (text: string): boolean => WAVERS.test(bare(text.normalize("NFKC")));

const STAYS =
  /^(?:我|就|那|也|都|实在|真的|恐怕|可能|这次|这回|到时候?|明天|后天|上午|下午|早上|晚上|那天|那时候?|这个时间|改了?时间|所以)*(?:不行|不得行|没空|没时间|走不[开脱]|(?:不|没法|不能|不想)(?:去|来|参加)|(?:去|来|参加|到)不(?:了|成|起))(?:了|啦|哈|啊)*$/u;
// 不行,写错了 is said of a card, and 下午不行,改上午吧 asks for another hour: neither is a ground to stay away.
const NO_GROUND =
  /^(?:那|就|还是)*(?:改|换)[^,]{0,4}[吧嘛哈]$|^(?:我)?(?:先|写错|记错|说错|搞错|弄错|错|重新|不记|再改)/u;
const TOLD = /群众|居民|村民|反映|建议|希望|走访|接待|水|电|路灯|学校|孩子们|医生/u;

function staysAway(text: string): boolean {
  if (TOLD.test(text) || /[?]/u.test(text)) return false;
  const clauses = clausesOf(text);
  return (
    clauses.length > 1 &&
    clauses.some((one) => STAYS.test(one)) &&
    !clauses.some((one) => comes(one) || NO_GROUND.test(one))
  );
}

// 不行, 没空: that it is about coming is not said.
const isVague = (text: string): boolean =>
  clausesOf(text)
    .filter((one) => STAYS.test(one))
    .every((one) => !/[去来]|参加|到/u.test(one));

/** True for words that say that somebody comes, and nothing else. */
export const comes = (words: string): boolean =>
  COMES.test(words) &&
  (!ARRIVED.test(words) || ABLE.test(words) || ABLE_AGAIN.test(words)) &&
  (!WENT.test(words) || WILL.test(words));

const AGAINST = /不|没|无法|假|病|住院|出差|有事|冲突|撞|缺席|[要叫让派喊得]我|我(?:要|得)/u;

/** True where one clause says that somebody comes, and none speaks against it: 接待日我到,大家放心. */
export const saysComing = (said: string): boolean => {
  const text = said.normalize("NFKC");
  return !AGAINST.test(text.replace(/没(?:问题|事)|不(?:用|要)?请假/gu, "")) && clausesOf(text).some(comes);
};

const clausesOf = (text: string): string[] =>
  text
    .split(/[,\u3002;!\n]/u)
    .map((one) => bare(one).replace(/^\d{1,2}[日号]/u, ""))
    .filter((one) => one !== "");

// 病好了,还是去: why it can be after all, beside the words that say so.
function comesAfterAll(text: string): boolean {
  const clauses = clausesOf(text);
  const grounds = clauses.filter((one) => !comes(one));
  return grounds.length > 0 && grounds.length < clauses.length && grounds.every((one) => GROUND.test(one));
}

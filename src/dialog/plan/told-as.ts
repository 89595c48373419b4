import { addDays } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import { listNames } from "#src/understanding/known-names.ts";
import { isQuestion } from "#src/understanding/words.ts";
import { ANY_EVENT } from "./event-words.ts";
import { readCalled } from "./plan-called.ts";
import { withoutContent } from "./read-plan.ts";
import { readWhen } from "./plan-when.ts";

const INVITES =
  /请(?:各位|全体|大家|所有|有关|本组|小组|辖区|[一-龥]{0,6}代表)[^,\u3002;]{0,10}(?:参加|出席|到会|到场|准时|按时)|(?:准时|按时)(?:参加|出席|到会)|请(?:准时|按时|届时)/u;

// 代表都来, 通知东山镇的代表, 让小组的人后天到镇政府开会: said of what is past or far it is no call.
const WHOM = "(?:[一-龥]{0,12}(?:代表|小组|组员)(?:的人|们)?|大家|各位|所有人)";
const CALLS = new RegExp(
  `(?:代表|组员|小组|大家|的人)(?:们|们?全部)?都?(?:要|得|必须|请)?(?:都来|都去|都到|都参加|来开会|来参加|参加)|通知(?:一?下)?${WHOM}|(?:发|下)(?:一?个)?通知|(?:让|叫|喊|请)${WHOM}[^,\\u3002;]{0,16}(?:来|到|去|参加|开会)`,
  "u",
);
const GATHERS = new RegExp(
  `开会|[开搞办]个?[一-龥]{0,8}会|会议(?!室)|(?:总结|动员|推进|交流|例|联席|通报|听证|述职|务虚|碰头|茶话|主席团|小组|代表)会(?!议室)|座谈|活动|集合|集中|旁听|列席|(?:开展|举行|召开|举办)(?!了)|${ANY_EVENT}`,
  "u",
);
// 镇政府活动室 is where, and no activity.
const ROOM = /(?:活动|培训|学习|座谈)(?:室|中心|基地)/gu;

/** True for words that name something which gathers people. */
export const gathers = (text: string): boolean => GATHERS.test(text.replace(ROOM, ""));

/** Said of people who have not gone yet: 组织代表去, 定于, 安排. */
const ARRANGES =
  /(?:组织|召集|安排)(?!了)|通知(?=[^,\u3002;]{0,12}(?:代表|小组|大家|各位|全体|[一-龥]位|\d|[今明后]天|[下这本]个?周))|定于|定在|拟于?|(?:要|将)(?=组织|开展|召开|举行|举办|开|搞)/u;
const TOGETHER =
  /(?:代表们|代表小组|全体代表|各位代表|全[镇区]代表|[镇乡区]人大)[^,\u3002;]{0,12}(?:[到去来进]|看|走访|慰问|开展|参加)/u;
/** What one deputy does: 王芳12月5日去黄连村走访. */
const DEED = /走访|看望|慰问|接待|值班|宣讲|[去到](?=[一-龥]{2})/u;
/** Names that are called, and do not tell of a deed. */
const CALLED_BY_NAME = /(?:通知|请|让|叫|喊|安排|组织|召集)(?:一?下)?\s*$/u;
const SEVERAL = /^(?:代表|同志)?[、,和与及跟][^,\u3002;]{2,16}?等?[\d一二两三四五六七八九十]{1,2}[位名]/u;
const OVER =
  /(?<![为除])了(?!解)|(?<![通超经])过(?![程年节渡去]|一?段)|昨|前天|刚|已(?!定|安排|拟)|上个?[月周]|上星期|去年|取消|改到|改成|推迟|提前到|还没|没定/u;
const COUNTED = /(?:\d|[两三四五六七八九十])(?:多|余)?(?:户|人次|件|条|起|名群众|位群众)/u;
const VOICES =
  /反映|群众说|村民说|居民说|希望|建议(?!怎么|写|办理|培训)|请求|要求(?!:|带|自带|着|穿|准时|按时)/u;
const ASKS_OF = /谁|几个人|哪|多少|有没有|怎么|[?]|请假|没回|缺席|到会|考勤|签到/u;

/** 组织几位代表: no question how many. */
const SOME =
  /(?<=(?:组织|安排|召集|邀?请|通知|让|叫)[一-龥]{0,4})几[位名个](?=(?:人大)?(?:代表|组员))(?!.*\?)/gu;

const NEAR_DAYS = 90;

/** What words of staff may be, besides a record: a plan, one or the other, or neither. */
export type ToldAs = "plan" | "either" | undefined;

/** True for words that call deputies together: a day ahead, and an invitation. */
function isInvitation(text: string, facts: Facts): boolean {
  const invites = INVITES.test(text);
  if (!invites && !(CALLS.test(text) && gathers(text))) return false;
  const { on, farOff } = readWhen(text, facts.today);
  return on !== undefined && (invites || (on >= facts.today && farOff !== true));
}

/**
 * What staff mean by words of something that gathers people: what lies ahead, or is called in so many words, is a plan.
 * What a deputy who is named does ahead, and what may lie behind or ahead, may be either. What is told as over is none.
 */
export function toldAs(said: string, facts: Facts, staffOnly: boolean): ToldAs {
  const text = withoutContent(said.normalize("NFKC")).replace(SOME, "部分");
  if (ASKS_OF.test(text)) return undefined;
  if (!OVER.test(text) && isInvitation(text, facts)) return "plan";
  if (!staffOnly || OVER.test(text) || COUNTED.test(text) || VOICES.test(text) || isQuestion(text))
    return undefined;
  const arranges = ARRANGES.test(text);
  const isEvent = arranges || gathers(text) || TOGETHER.test(text);
  if (!isEvent && !DEED.test(text)) return undefined;
  const ahead = liesAhead(text, facts, arranges);
  const named = namedAs(text, facts);
  if (ahead === undefined || (!isEvent && named === undefined)) return undefined;
  return named === "acting" ? "either" : ahead;
}

// A name that is neither called nor has a part of its own is of somebody who does what is told.
function namedAs(text: string, facts: Facts): "called" | "acting" | undefined {
  const { names } = readCalled(text, undefined, facts);
  const [first] = listNames(text, names ?? []);
  if (first === undefined) return undefined;
  const isCalled =
    CALLED_BY_NAME.test(text.slice(0, first.index)) ||
    SEVERAL.test(text.slice(first.index + first.name.length));
  return isCalled ? "called" : "acting";
}

function liesAhead(text: string, { today, now, zone }: Facts, arranges: boolean): ToldAs {
  const { on, time, farOff, said = "" } = readWhen(text, today);
  if (on === undefined) return hasUnclearDay(text, arranges) || isLater(time) ? "plan" : undefined;
  if (on < today || farOff === true) return undefined;
  if (on === today) return isLater(time) || arranges ? "plan" : undefined;
  if (arranges) return "plan";
  if (on > addDays(today, NEAR_DAYS) && !SURELY.test(said)) return "either";
  return time === undefined && BARE_WEEKDAY.test(said) ? "either" : "plan";

  function isLater(clock: string | undefined): boolean {
    return clock !== undefined && isStillAhead(today, clock, { now, zone, today });
  }
}

/** Ahead whatever day it is: 下周五, 明年1月8日. */
const SURELY = /下|明|后|20\d{2}/u;
// 周一, said on a Wednesday: the one before or the one to come.
const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/u;
// 春节前组织慰问: when is asked.
const hasUnclearDay = (text: string, arranges: boolean): boolean =>
  arranges && /前|底|旬|下个?[周月]|[节假]后|收假|后的?第/u.test(text);

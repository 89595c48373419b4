import type { Facts } from "#src/domain/facts.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { readLeave, wantsLeave } from "#src/understanding/leave.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "./audience.ts";
import { toldAs } from "./plan/told-as.ts";
import type { LeaveCard } from "./dialog.ts";
import { isQuestion } from "./notice-questions.ts";
import { numbersIn } from "./spoken-number.ts";

// 我要交总结 is no reason to stay away.
const ORDERS =
  /^(?:我要|我想|帮我)(?:交|提交|看|查)(?:一?下)?(?:我的)?(?:总结|报告|自评|履职|记录|出勤|数据)/u;

/**
 * True for what is about something else while leave lacks its activity or its reason. Whatever is said then is the
 * reason, unless it is plainly an order, a question, a deed, what residents say, an activity that is planned, or leave
 * from another one.
 */
export function isBesideLeave(
  asked: LeaveCard["asked"],
  { intent, reports, ask: doubts }: Understanding,
  { text }: { readonly text: string },
  facts: Facts,
): boolean {
  if (ORDERS.test(text) || (asked.of !== "activity.why-refuse" && isOnlyQuestion(text))) return true;
  if (SUGGESTS.test(text) || isPlanOfStaff(text, facts)) return true;
  if (asked.of !== "activity.which" && isFromAnother(asked.activity, text, facts)) return true;
  if (doubts.includes("intent")) return false;
  if (intent === "report")
    return reports.some((one) => one.date < facts.today || Object.keys(one.counts ?? {}).length > 0);
  if (intent === "opinion") return OF_RESIDENTS.test(text) || (!OWN.test(text) && !keepsAway(text));
  return ["query", "suggestion", "withdraw", "satisfaction", "command"].includes(intent);
}

// 25号要开多久 is no reason to stay away; 不知道怎么回事,发烧了 tells one.
const isOnlyQuestion = (text: string): boolean =>
  isQuestion(text.normalize("NFKC").trim()) && readLeave(`请假,${text}`, []).reason === "other";

const SUGGESTS = /^(?:我)?(?:想|要)?(?:提(?:一?[个条件])?)?(?:意见和)?建议/u;
const OF_RESIDENTS =
  /(?:群众|居民|村民|老百姓|选民|业主|住户|商户|大家|有人)[^,\u3002]{0,6}(?:反映|反应|说|讲|提|投诉|要求|希望|找我)/u;
// 家里停水了要等人修 sounds like a residents' matter.
const OWN = /我|自己|家|孩子|娃|老人|爸|妈|父|母|爱人|要(?!求)|得(?:去|回|等|在)|忙|走不开|[来去到]不/u;

// 店里没人看, 心脏不好,医生不让出门: what keeps one away, and nothing that all have to suffer.
const keepsAway = (text: string): boolean =>
  !OF_ALL.test(text) && (BODY.test(text) || readLeave(`请假,${text}`, []).reason !== "other");
const OF_ALL = /村|组里|路(?!上堵)|街|桥|灯|井盖|门口|沟|渠|垃圾|噪音|污|建议|希望|应该|领导|政府|部门|[?]/u;
const BODY =
  /^(?:我|本人|最近|这几天|昨晚)*(?:心脏|心口|肝|肾|胃|肺|血糖|血压|尿酸|颈椎|腰椎|眼睛|耳朵|手|腿|膝盖|脚|腰|背|头|肩)/u;

const isPlanOfStaff = (text: string, facts: Facts): boolean =>
  isStaff(facts.speaker) && toldAs(text, facts, true) === "plan";

const AWAY = /[来去到]不(?:了|成|起)|参加不|不(?:来|去|参加)/u;

// 10号的培训也请假, 18号在娘家,来不了, while the reason of the 9th is asked for.
function isFromAnother({ number, on }: ActivityView, text: string, { today }: Facts): boolean {
  const [named] = numbersIn(text, "活");
  if (named !== undefined) return named !== number;
  if (!wantsLeave(text) && !AWAY.test(text)) return false;
  const days = findDates(text, { today, prefer: "future" }).filter((one) => !one.wide);
  return days.length > 0 && days.every(({ start, end }) => end < on || on < start);
}

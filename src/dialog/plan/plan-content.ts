import type { ActivityKind } from "#src/domain/activity.ts";

// Said of every activity: that there is one, who is called, and that they are to come.
const OF_ANY =
  /[上下这本]个?月|月[底初中]|[上中下]旬|[下这本]周|近期|最近|尽快|年[底前]|节[前后]|再|关于|发布活动|通知|公告|如下|帮我|帮忙|麻烦|发|代表小组|小组|代表|组员|人大(?:常委会)?|主席团|活动|会议室?|座谈会?|例会|短会|开(?:个|一个|一次)?[会]?|学习|培训班?|视察|调研|评议|接待日?|选民|执法检查|检查|集中|交流|集合|召开|举行|举办|进行|组织|召集|安排|开展|请|兹|打算|准备|计划|决定|定于|拟于|拟|定在|各位|上班那天|那天|当天|全体|所有|全[镇区乡]|大家|本镇|我们?镇|让|叫|喊|准时|按时|届时|参加|出席|到会|到场|都|要|得|来|去|到|在|于|的|了|们|人员?|一下|一次|一场|一起|个|搞|办|会|班|时间|日期|地点|地址|对象|内容|星期.|周.|将|是|为|上午|下午|晚上|早上|出发|同志|书面|另行/gu;
const INVITED =
  /^(?:请|望|敬请)?[^,]{0,8}(?:准时|按时|届时)?(?:参加|出席|到会|到场)[!\u3002]*$|^(?:发|下)(?:一?个)?通知$/u;
/** What a piece may begin with and say nothing of its own. */
const LEADS =
  /^(?:[下这本]个?月|[下这本]周|月[底初中]|近期|最近|尽快|各位(?:人大)?代表|请|通知|定于|拟于|拟|决定|兹|打算|准备|计划|将|安排|组织|召集(?!人)|一次|一场|一个|我们?(?:镇|乡|区)?|本镇|全[镇区乡]|全体|各位|[镇乡区]人大(?:常委会)?|人大|主席团|代表小组|小组|代表们?|时间|日期|地点|对象|参加人员|主题是?|内容是?|是|为|要(?!求)|于|在|的|都|一起|有|[:-])+/u;
// 学习代表法, 视察路灯: what it is done to is said.
const WITH_OBJECT =
  /(?:学习|培训|视察|调研|评议|检查|看看?|走访|慰问)(?!活动|会|培训|座谈|交流|班|一下|一次|一起|代表小组|的?代表(?!法|建议)|选民接待)[一-龥]{2,}/u;
const MEETS = /座谈|会|活动|接待/u;
const MEETS_ONLY = /^(?:参加|召开|开展?|举行|举办|搞)?(?:一?个|一次)?(?:短|小)?(?:会议?|活动)$/u;
const EDGES = /^[\s的,:、]+|[\s,:、!\u3002]+$/gu;

/**
 * What an announcement is about, where nobody said 内容: what is left of it after its day, hour, place and whom it calls,
 * in its own words; of what is of no known kind, what it is. Undefined where nothing is left but that there is one.
 */
export function contentLeft(rest: string, kind: ActivityKind): string | undefined {
  const pieces = rest.split(/[\s,;\u3002]+/u).filter((one) => !INVITED.test(one));
  const telling = pieces.filter((one) => saysMore(one));
  const left = telling.length > 0 || kind !== "other" ? telling : pieces.filter((one) => MEETS.test(one));
  const words = left
    .map((one) => one.replace(LEADS, "").replace(EDGES, ""))
    .filter((one) => one !== "" && !MEETS_ONLY.test(one));
  return words.length === 0 ? undefined : words.join(",");
}

// 代表法培训 says what is learned.
const A_LAW = /代表法|监督法|组织法|选举法/u;

const saysMore = (piece: string): boolean =>
  A_LAW.test(piece) ||
  WITH_OBJECT.test(piece) ||
  (piece.replace(OF_ANY, "").match(/[一-龥]/gu) ?? []).length >= 2;

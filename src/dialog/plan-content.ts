import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCalledBody } from "./called-body.ts";

const HOUR =
  /(?:上午|下午|早上|晚上|中午|早|晚)?(?:\d{1,2}|十?[一二三四五六七八九两]|二?十[一二]?)(?:点(?:钟|半|整|[一三]刻|\d{1,2}分?|[一二三四五]?十[五]?分?)?|:\d{2})/gu;
// Said of every activity: that there is one, who is called, and that they are to come.
const OF_ANY =
  /发布活动|通知|帮我|帮忙|麻烦|发|代表小组|小组|代表|组员|人大|活动|会议室?|座谈会?|例会|开(?:个|一个|一次)?[会]?|学习|培训|视察|调研|评议|接待日|执法检查|集中|交流|集合|召开|举行|举办|进行|组织|开展|请|各位|全体|所有|大家|让|叫|喊|准时|按时|届时|参加|出席|到会|到场|都|要|得|来|去|到|在|于|的|了|们|人|一下|一次|个|会|时间|日期|地点|地址|公告|如下/gu;
const INVITED =
  /^(?:请|望|敬请)?[^,]{0,8}(?:准时|按时|届时)?(?:参加|出席|到会|到场)[!\u3002]*$|^(?:发|下)(?:一?个)?通知$/u;

// 镇人大组织代表视察 is about 视察: who calls whom stands in front.
const WHO_CALLS =
  /^(?:请|让|叫|喊|兹?定于|拟于?|于|本月|想|要|搞|(?:全|本|我们?)?(?:镇|乡|街道)里?(?:的(?=代表))?|人大(?=组织|代表|安排|召集)|组织|安排|召集|各位|全体|(?:人大)?代表们?(?!法|团|之家|小组|联络|活动|家)|都|一起|、)+(?=[一-龥]{2})/u;

/**
 * What an announcement is about, where nobody said 内容: what is left of it after its day, hour, place and body, in its
 * own words. Undefined where nothing is left but that there is one.
 */
export function contentLeft(rest: string, facts: Facts): string | undefined {
  const day = findDates(rest, { today: facts.today, prefer: "future" }).find((one) => !one.wide);
  const plain = [day?.text ?? "", findCalledBody(rest, facts) ?? ""]
    .filter((one) => one !== "")
    .reduce((text, known) => text.replace(known, " "), rest)
    .replace(HOUR, " ");
  const left = plain
    .split(/[\s,;\u3002]+/u)
    .filter((one) => !INVITED.test(one) && isOfItsOwn(one))
    .map((one) => one.replace(WHO_CALLS, ""))
    .filter(isOfItsOwn);
  return left.length === 0 ? undefined : left.join(",").replace(/^的|[!\u3002]+$/gu, "");
}

// 代表法培训 says what is learned.
const isOfItsOwn = (words: string): boolean =>
  /代表法|监督法|组织法|选举法/u.test(words) ||
  (words.replace(OF_ANY, "").match(/[一-龥]/gu) ?? []).length >= 2;

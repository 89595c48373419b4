import type { Facts } from "#src/domain/facts.ts";
import type { Query } from "#src/understanding/understanding.ts";
import { isStaff } from "./audience.ts";
import type { AskedFigure } from "./basis-of.ts";
import { isOfOneself } from "./is-of-oneself.ts";

// 去年应到多少人次: who was expected where, and no duty that was done.
const EXPECTED = /应到|实到/u;
const OF_OPINIONS =
  /(?:意见|诉求)[^,。]{0,6}(?:多少|几|哪些|好多|有没有)|(?:多少|几|哪些|好多)[条件个]?[^,。]{0,8}(?:意见|诉求)/u;

/**
 * What a question is about, by who asks it: of staff who have no duty of their own 昨天报了几条 and 路灯的意见有几条 are
 * about those they look after.
 */
export function nameOf({ name }: AskedFigure, text: string, { speaker }: Facts): Query["name"] {
  if (!isStaff(speaker) || isOfOneself(text)) return name;
  if (name === "stats" && EXPECTED.test(text)) return "absences";
  if (speaker.kind !== "member" || speaker.mandates.length > 0) return name;
  if (name === "my_opinions" && OF_OPINIONS.test(text)) return "opinion_stats";
  // 我们镇12月怎么样 sounds like what somebody asks of himself.
  return name === "my_reports" || (name === "my_attendance" && !OF_ATTENDANCE.test(text)) ? "stats" : name;
}

const OF_ATTENDANCE = /[缺没未旷迟退假率勤应]|到会|出席|签到|[来到]了|会|活动/u;

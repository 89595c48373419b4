import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import type { Command } from "./command.ts";

const ASKS =
  /(?:请|帮我|看一?下|查一?下|看看|查看|查询|看|查|是什么|怎么样了?|详情|情况|进度|的|[\s,.:?!\u3002\u3001])/gu;

const WHO_ANSWERED =
  /^(?:现在|都|还|有|是|到底)*(?:谁|哪些(?:人|代表)?|哪几个人?|哪个|几个人?|多少人?)(?:都|还|有|要|会|是|没|不|未|能)*(?:回复?|答复|报名|表态|来|参加|请假|通知到?)(?:了|过|信|吗)*$|^没有?(?:回复?|答复)(?:人|代表)?(?:有|是)?(?:谁|哪些|哪几个)人?$/u;

// 是哪个代表报的, 在哪个村, 哪次走访: where an opinion comes from stands below it.
const WHO_BROUGHT =
  /^(?:这条|意见|是|在|由)*(?:谁|哪(?:个|位|一位|些)?(?:代表|人|村|社区|镇|地方|里|天|次走访|条记录)?|什么(?:时候|地方)|几时|几号)(?:那里|时)?(?:报|提|反映|登记|记|收集|收到|听到|听|说|来)*(?:上来|过来|来)?$/u;

/** True for the number of an activity, an opinion or a suggestion with no other words than asking for it. */
export function isLoneNumber(line: string): boolean {
  const [number, other] = numbersIn(line);
  if (number === undefined || other !== undefined || number.startsWith("履")) return false;
  const rest = withoutNumbers(line).replace(ASKS, "");
  return (
    rest === "" ||
    (number.startsWith("活") && WHO_ANSWERED.test(rest)) ||
    (number.startsWith("意") && WHO_BROUGHT.test(rest))
  );
}

const TOLD =
  /(?:通知|告知|告诉|转告)(?:了|过|到了?)|(?:已|已经)(?:打电话|电话|书面|当面|上门)?(?:通知|告知|告诉)/u;

/** True for the number of an activity with word that somebody was told of it: 活-2026-003 打电话通知了罗文军. */
export const isNoticeGiven = (line: string): boolean =>
  line.startsWith("活") && numbersIn(line, "活").length === 1 && TOLD.test(line) && !/[?吗没未]/u.test(line);

/** Shows what a number stands for, if it is the speaker's business. */
export const showNumber: Command = (dialog, line) => {
  const [number = ""] = numbersIn(line);
  if (!number.startsWith("活")) return ask(dialog, { do: "case.show", number });
  const names = WHO_COMES.test(withoutNumbers(line)) ? ({ names: "answers" } as const) : {};
  return ask(dialog, { do: "activity.show", activity: number, ...names });
};

// 谁参加 活-2026-003: everybody by name.
const WHO_COMES = /(?:谁|哪些|哪几个|几个|多少).{0,4}(?:来|参加)/u;

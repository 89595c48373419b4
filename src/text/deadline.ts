import type { Act } from "#src/domain/act.ts";
import type { Day } from "#src/domain/day.ts";
import type { DeadlineNews, DeadlineRefusal, ReminderItem } from "#src/domain/requests/deadline.ts";
import { assertNever } from "#src/kernel/never.ts";
import { answerTaps } from "./answer-taps.ts";
import { itemLine, itemLines, itemTaps, toAnswer } from "./deadline-items.ts";
import { leftLine } from "./left-line.ts";
import { short } from "./format.ts";
import { nearDay } from "./near-day.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";

/** Everything that is said about reminders. */
export type DeadlineReply =
  | DeadlineNews
  | {
      readonly kind: "deadline.snoozed";
      readonly on: Day;
      readonly time: string;
      readonly today: Day;
      readonly titles: readonly string[];
      readonly moved?: true;
      readonly early?: true;
    }
  | { readonly kind: "deadline.declined"; readonly titles: readonly string[] }
  | { readonly kind: "deadline.refused"; readonly why: DeadlineRefusal };

/** Puts reminders, and what was said to them, into words. */
export function renderDeadline(reply: DeadlineReply): Rendered {
  switch (reply.kind) {
    case "deadline.reminder":
      return reminderWords(reply);
    case "deadline.no-calendar":
      return words(
        `还没有${reply.year}年的放假安排,提醒先按自然日发。`,
        "国务院公布后请更新日历,或在规则文件的 calendar 里写上放假和调休的日子。",
      );
    case "deadline.no-term-end":
      return words(
        `${reply.level === "district" ? "区" : "镇"}代表${reply.term}哪天届满,名册里没有。`,
        `所以“${reply.titles.join("、")}”排不出期限,不会提醒。`,
        "请在名册的“任职止”一栏填上届满的日子(还在任的也填),再导入一次。",
      );
    case "deadline.snoozed":
      return words(
        `好的,${nearDay(reply.on, reply.today)}${reply.time}再提醒您${titled(reply.titles)}。`,
        reply.early === true && "您说的时间活动已经开始了,所以提前到开始之前。",
        reply.moved === true && "晚上不打扰您,所以往后挪了。",
      );
    case "deadline.declined":
      return words(`好的,这件事不再提醒您${titled(reply.titles)}。`, "事情本身没有变,到期前请记得办。");
    case "deadline.refused":
      return words("最近没有发过提醒,没有可推迟的。", "想看自己的活动,说:我的活动");
    default:
      return assertNever(reply);
  }
}

const titled = (titles: readonly string[]): string =>
  titles.length === 0 ? "" : `:${short(titles.join("、"), 60)}`;

const MOST_ITEMS = 6;

function reminderWords({
  items,
  today,
  reminder: id,
}: Extract<DeadlineNews, { kind: "deadline.reminder" }>): Rendered {
  const [only, second] = items;
  if (only !== undefined && second === undefined) return single(only, today, id);
  const shown = items.slice(0, MOST_ITEMS);
  const open = toAnswer(shown);
  const left = leftLine(items, MOST_ITEMS, "件", `看全说:${waysToRest(items.slice(MOST_ITEMS))}`);
  return {
    text: [
      `有${items.length}件事提醒您:`,
      ...shown.map((item) => itemLine(item, today)),
      ...(left === false ? [] : [left]),
      ...(open.length > 0
        ? [
            open.length > 1
              ? "没答复的,能不能来?请点一下:"
              : `${open[0]?.title ?? ""}您还没答复,能不能来?请点一下:`,
          ]
        : []),
    ].join("\n"),
    choices: [...answerTaps(open), ...laterTaps(id, "这些都不再提醒")],
  };
}

const WAYS = {
  activity: "我的活动",
  "upcoming-absence": "我的活动",
  obligation: "应办",
  undated: "待办 日期",
  case: "待办 建议",
  leaves: "待办 请假",
  digest: "待办",
} as const satisfies Record<ReminderItem["of"], string>;

const waysToRest = (left: readonly ReminderItem[]): string =>
  [...new Set(left.map(({ of }) => WAYS[of]))].join("、");

function single(item: ReminderItem, today: Day, id: number): Rendered {
  return {
    text: itemLines(item, today).join("\n"),
    choices: [...itemTaps(item, today), ...laterTaps(id)],
    ...("activity" in item ? { number: item.activity.number } : {}),
  };
}

const laterTaps = (reminder: number, never = "不再提醒此项"): readonly RenderedChoice[] => {
  const tap = (label: string, act: Act): RenderedChoice => ({ label, act });
  return [
    tap("1小时后再提醒", { do: "deadline.snooze", reminder, length: "hour" }),
    tap("明早再提醒", { do: "deadline.snooze", reminder, length: "morning" }),
    tap(never, { do: "deadline.decline", reminder }),
  ];
};

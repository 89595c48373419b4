import { addDays, type Day } from "#src/domain/day.ts";
import type { ReminderTopic, SnoozeUntil } from "#src/domain/requests/deadline.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";
import { smallNumber } from "#src/understanding/dates/numerals.ts";
import { bare } from "./words.ts";

/** What somebody wants of a reminder: to hear it again later, or no more; of a topic, where one is named. */
export type Snooze = { readonly topic?: ReminderTopic } & (
  | { readonly means: "later"; readonly until: SnoozeUntil }
  | { readonly means: "never" }
);

const NUMBER = "(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3}|半|几)";
const AFTER = "(?:之?后|以后|过后)?";
const AGAIN = "(?:再|又|来|就|你|麻烦|请|帮我)*";
const CALL = "(?:提醒|喊|叫|通知|催|提)(?:我|一?[下声次遍])*(?:吧|哈|嘛|啊|哦|了|好吗|好不好)*";
const HOURS = new RegExp(
  `^(?:过|等|隔)?${NUMBER}个?(?<half>半)?(?<unit>小时|钟头|点钟|分钟)${AFTER}${AGAIN}${CALL}$`,
  "u",
);
const HOURS_ALONE = new RegExp(
  `^(?:(?:过|等|隔)${NUMBER}个?(?<half>半)?(?<unit>小时|钟头|分钟)${AFTER}|${NUMBER.replace("count", "counted")}个?(?<halved>半)?(?<united>小时|钟头|分钟)(?:之?后|以后|过后))(?:再说|再看)?$`,
  "u",
);
const DAYS = new RegExp(
  `^(?:过|等|隔)?${NUMBER}(?:个)?(?<unit>天|星期|周|礼拜)${AFTER}${AGAIN}${CALL}$`,
  "u",
);
const SOON = new RegExp(
  `^(?:等|待|过)?(?:一?会儿?|一?下|哈|一哈)(?:儿)?${AFTER}${AGAIN}${CALL}$|^(?:晚点|迟点|稍后|回头)${AGAIN}${CALL}$`,
  "u",
);
const CALLED = new RegExp(`^${AGAIN}${CALL}$`, "u");
const NEVER =
  /^(?:请|你|就|以后|这个?|那个?|此项|件?事|我|都)*(?:别|莫|不用|不要|不必|不消|甭|不需要|用不着)(?:再|老是?|总是?|一直|天天|给我|来|又)*(?:提醒|喊|催|烦|通知)(?:我|了|啦|吧|哈|嘛|此项|这个|这件事|这项|一?次|的)*$/u;
/** Longer than that it is told, and no wish. */
const LONGEST = 24;

const TOPICS: readonly (readonly [RegExp, ReminderTopic])[] = [
  [/自评|自查|述职|年度报告|履职报告|报告|总结|作业|材料|应办|交的/u, "obligation"],
  [/人代会|大会|小组活动|活动|开会|会议|那个会|视察|调研|培训|学习|座谈|接待日?|检查|评议/u, "activity"],
];
const FILLER = /^(?:那个?|这个?|我|关于|的|事情?|先|就)*$/u;

/** Reads a whole line as a wish about reminders: 过两天再提醒, 晚上九点半提醒, 不用再提醒自评了; undefined for all else. */
export function readSnooze(said: string, today: Day): Snooze | undefined {
  const text = bare(said).replace(POLITE, "");
  if (text.length > LONGEST || (!/提醒|喊|叫|催|烦|通知|提我/u.test(text) && !LATER_ALONE.test(text)))
    return undefined;
  const [topic, rest] = withoutTopic(text);
  const named = topic === undefined ? {} : { topic };
  if (NEVER.test(rest)) return { means: "never", ...named };
  const until = laterIn(rest, today);
  return until === undefined ? undefined : { means: "later", until, ...named };
}

// 好的, 知道了谢谢: heard, and now what is wanted. What is left has to be a wish from its first word to its last.
const POLITE =
  /^(?:(?:好|行|中(?![午秋旬间])|成|嗯|恩|哦|噢|唔|对|可以|要得|收到|明白|晓得|知道|清楚|了解|记住|记到|没问题)(?:的|了|嘞|啦|嘛|吧|呢|好)*|谢谢|多谢|感谢|辛苦|(?:小?助手|您|你们?)?您?好|我?(?:这会儿?|现在|眼下)(?:有点|正|很|太)?(?:忙|开会|开车)(?:着|得很|呢|到)?|您|你们?|了|啊|哈|啦)+/u;

const LATER_ALONE = /小时|钟头|分钟/u;

function withoutTopic(text: string): readonly [ReminderTopic | undefined, string] {
  for (const [pattern, topic] of TOPICS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const before = text.slice(0, found.index);
    const rest =
      (FILLER.test(before) ? "" : before) +
      text.slice(found.index + found[0].length).replace(/^的?事?(?=.)/u, "");
    return [topic, rest];
  }
  return [undefined, text];
}

function laterIn(text: string, today: Day): SnoozeUntil | undefined {
  const hours = HOURS.exec(text)?.groups ?? HOURS_ALONE.exec(text)?.groups;
  if (hours !== undefined) return inMinutes(hours);
  if (SOON.test(text)) return { minutes: 60 };
  const days = DAYS.exec(text)?.groups;
  if (days !== undefined) {
    const count = days["count"] === "几" ? 3 : smallNumber(days["count"] ?? "");
    return count < 1 ? undefined : { on: addDays(today, count * (days["unit"] === "天" ? 1 : 7)) };
  }
  return atMoment(text, today);
}

function inMinutes(groups: Readonly<Record<string, string | undefined>>): SnoozeUntil | undefined {
  const count = groups["count"] ?? groups["counted"] ?? "";
  const unit = (groups["unit"] ?? groups["united"] ?? "") === "分钟" ? 1 : 60;
  const half = (groups["half"] ?? groups["halved"]) === undefined ? 0 : 0.5;
  const value = count === "半" ? 0.5 : count === "几" ? 3 : smallNumber(count) + half;
  return value <= 0 ? undefined : { minutes: Math.round(value * unit) };
}

// 晚上九点半提醒, 后天提醒我: what is left of the line is the wish and nothing else.
function atMoment(text: string, today: Day): SnoozeUntil | undefined {
  const day = findDates(text, { today, prefer: "future" }).find((one) => !one.wide && one.start >= today);
  const time = findTime(text);
  if (day === undefined && time === undefined && !PART_AHEAD.test(text)) return undefined;
  const rest = (day === undefined ? text : text.replace(day.text, ""))
    .replace(PART, "")
    .replace(CLOCK, "")
    .replace(PART, "");
  if (!CALLED.test(rest)) return undefined;
  const named = time ?? HOURS_OF.find(([part]) => part.test(text))?.[1];
  return { on: day?.start ?? today, ...(named === undefined ? {} : { time: named }) };
}

// 今晚提醒我, without an hour: a fitting one of that part of the day.
const HOURS_OF: readonly (readonly [RegExp, string])[] = [
  [/中午/u, "12:00"],
  [/下午/u, "15:00"],
  [/晚|傍/u, "19:00"],
];

// 中午再提醒我: today's.
const PART_AHEAD = /^(?:中午|下午|傍晚|晚上)/u;
const PART = /凌晨|清早|早上|早晨|早|上午|中午|下午|傍晚|晚上|夜里|晚|今天|今/gu;
const CLOCK =
  /(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})分?|半|一刻|三刻|整)?|\d{1,2}:?\d{2}/u;

import { daysBetween, type Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import { caseWords, digestWords, leavesWords, undatedWords } from "./deadline-staff.ts";
import { answerTaps } from "./answer-taps.ts";
import { day, short } from "./format.ts";
import type { ItemWords } from "./item-words.ts";
import { nearDay } from "./near-day.ts";
import type { RenderedChoice } from "./rendered.ts";

const wordsFor = (item: ReminderItem, today: Day): ItemWords => {
  switch (item.of) {
    case "activity":
      return activityWords(item, today);
    case "obligation":
      return obligationWords(item, today);
    case "upcoming-absence":
      return upcomingAbsenceWords(item, today);
    case "case":
      return caseWords(item, today);
    case "undated":
      return undatedWords(item);
    case "leaves":
      return leavesWords(item, today);
    case "digest":
      return digestWords(item);
  }
};

/** A reminder of one thing, line by line. */
export const itemLines = (item: ReminderItem, today: Day): readonly string[] => wordsFor(item, today).lines;

/** One thing among several, in one line. */
export const itemLine = (item: ReminderItem, today: Day): string => `· ${wordsFor(item, today).line}`;

/** The activities among several things that are still to be answered, each once. */
export const toAnswer = (items: readonly ReminderItem[]): readonly ActivityView[] => [
  ...new Map(
    items.flatMap((one) =>
      (one.of === "activity" || one.of === "upcoming-absence") && one.isComing !== true
        ? [[one.activity.number, one.activity] as const]
        : [],
    ),
  ).values(),
];

/** What can be done about one thing. */
export const itemTaps = (item: ReminderItem, today: Day): readonly RenderedChoice[] =>
  wordsFor(item, today).taps;

function activityWords(
  { activity, isComing }: Extract<ReminderItem, { of: "activity" }>,
  today: Day,
): ItemWords {
  const when = `${nearDay(activity.on, today)}${activity.time}`;
  const where = activity.place === null ? "" : `,${activity.place}`;
  return {
    lines: [
      `提醒:${activity.title}`,
      `时间:${when}`,
      ...(activity.place === null ? [] : [`地点:${activity.place}`]),
      isComing ? "您已答复参加,到时见。" : "您还没答复,能不能来?请点一下。",
    ],
    line: `${when} ${short(activity.title, 24)}${where}`,
    taps: isComing ? [] : answerTaps([activity]),
  };
}

function obligationWords(item: Extract<ReminderItem, { of: "obligation" }>, today: Day): ItemWords {
  const { title, dueOn, missing, done, kinds } = item;
  const left = daysBetween(today, dueOn);
  const when =
    left < 0 ? `${day(dueOn)}到期,已过${-left}天` : left === 0 ? "今天到期" : `${day(dueOn)}前,还有${left}天`;
  const state = missing === undefined ? [] : [`已有${done ?? 0}次,还差${missing}次。`];
  return {
    lines: [`提醒:${title}`, `期限:${when}`, ...state, howTo(kinds ?? [], item)],
    line: `${title}:${when}${missing === undefined ? "" : `,还差${missing}次`}`,
    taps: [],
  };
}

function howTo(
  kinds: readonly DutyKind[],
  { to, title }: Extract<ReminderItem, { of: "obligation" }>,
): string {
  if (kinds.includes("suggestion_lead")) return "直接说就能提,比如:我提个建议,〔村〕要装路灯";
  if (kinds.length > 0) return "做了就说一句,比如:昨天走访〔村〕12户";
  const taker = to === "township_clerk" ? "镇街人大" : "代表工委";
  return `写好了发给我:提交${title} 正文(可附文件),由${taker}收。`;
}

const days = (absences: readonly Day[]): string =>
  `${absences.length > 3 ? "最近" : ""}${absences
    .slice(-3)
    .map((one) => day(one))
    .join("、")}`;

function upcomingAbsenceWords(
  item: Extract<ReminderItem, { of: "upcoming-absence" }>,
  today: Day,
): ItemWords {
  const { activity, absences, leadsTo, isMet } = item;
  const when = `${nearDay(activity.on, today)}${activity.time}`;
  const count = absences.length;
  return {
    lines: [
      `提前说一声:${when}有${activity.title}。`,
      `您${days(absences)}未经批准没到会,已记${count}次;${isMet === true ? "已经到了规定的次数,规定是:" : "再有一次,规定是:"}`,
      `“${short(leadsTo, 60)}”`,
      "来不了请先请假,批准了就不算缺席。",
    ],
    line: `${when} ${short(activity.title, 24)}:已有${count}次未经批准缺席,${isMet === true ? "规定是" : "再有一次"}“${short(leadsTo, 30)}”,来不了请先请假`,
    taps: answerTaps([activity]),
  };
}

import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { FreshView } from "#src/domain/requests/plan.ts";
import type { SureQuestion } from "#src/domain/sure-question.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityWhen } from "./activity-words.ts";
import { short } from "./format.ts";
import { planned } from "./plan-lines.ts";
import type { SureWords } from "./sure-words.ts";
import { openDay, undatedLine, undatedWhole } from "./undated.ts";

type Asked<K extends SureQuestion["kind"]> = Extract<SureQuestion, { kind: K }>;

const MOST_FRESH = 8;
/** Where there is more to see than what is new. */
const FEWER_FRESH = 4;
const MOST_CHANGED = 3;
const MOST_UNDATED = 3;
const MOST_TWINS = 2;
const MOST_GONE = 6;

/** Puts into words what a yes would do to a yearly plan. */
export function planSure(
  question: Asked<"sure.plan" | "sure.plan-gone" | "sure.fix-day" | "sure.drop-undated">,
): SureWords {
  switch (question.kind) {
    case "sure.plan":
      return { yes: "对,登记计划", lines: planQuestion(question) };
    case "sure.plan-gone":
      return { yes: "对,都取消", lines: goneQuestion(question) };
    case "sure.fix-day":
      return { yes: "对,定下来", lines: fixDayQuestion(question) };
    case "sure.drop-undated":
      return {
        yes: "对,取消这场",
        lines: [`要取消吗?${undatedWhole(question.undated)}`, "还没有发过通知,不用告诉谁。"],
      };
    default:
      return assertNever(question);
  }
}

const line = (one: FreshView): string =>
  one.sittings === undefined
    ? short(planned(one), 34)
    : `${short(planned(one), 34)}(${one.sittings.length}次会)`;

const some = <T>(list: readonly T[], most: number, words: (one: T) => string, rest: string): string[] => [
  ...list.slice(0, most).map(words),
  ...(list.length > most ? [`……另有${list.length - most}${rest}`] : []),
];

/** What a plan would make, line by line, short enough for a card. */
function planQuestion({
  fresh,
  changed,
  undated,
  redated,
  fixed,
  adopted,
  twins,
  closed,
  gone,
  goneUndated,
  rules,
  moved,
}: Asked<"sure.plan">): (string | false)[] {
  const open = [...undated, ...redated];
  const most = open.length + changed.length + fixed.length === 0 ? MOST_FRESH : FEWER_FRESH;
  return [
    moved && "刚才情况有变,请按现在的再看一遍:",
    `年度计划:新增${fresh.length + undated.length}场,改动${changed.length + redated.length + fixed.length}场。这样登记,对吗?`,
    ...some(fresh, most, (one) => line(one), "场,照您的表格"),
    ...some(changed, MOST_CHANGED, ({ activity, before }) => changedLine(activity, before), "场改动"),
    ...some(
      fixed,
      MOST_CHANGED,
      ({ activity, before }) =>
        `定 ${activity.number}:${openDay(before.said, before.from)} 定在 ${activityWhen(activity)}`,
      "场定了日期",
    ),
    open.length > 0 && `日期待定${open.length}场(定了才通知代表):`,
    ...some(open, MOST_UNDATED, undatedLine, "场待定"),
    adopted.length > 0 && `已发布过,不再发,认作计划里的:${short(numbersOf(adopted), 40)}`,
    ...twinLines(twins),
    closed.length > 0 && `已开始、结束或取消的不动:${short(numbersOf(closed), 40)}`,
    ...goneLines([...gone, ...goneUndated]),
    `通知不会一次全发:每场提前${rules.notice_days}天,一人一天最多${rules.notices_a_day}场。`,
  ];
}

const changedLine = (activity: ActivityView, before: ActivityView): string => {
  const [was, is] = [activityWhen(before), activityWhen(activity)];
  return `改 ${activity.number}:${was === is ? "地点、内容" : `${was} 改到 ${is}`}`;
};

// A day and an hour in the sheet join the row with what was published: nothing else would tell them for one.
function twinLines(twins: Asked<"sure.plan">["twins"]): string[] {
  const [first] = twins;
  if (first === undefined) return [];
  const { on, time } = first.published;
  return [
    "下面可能是同一场,照登就成了两场:",
    ...some(
      twins,
      MOST_TWINS,
      ({ row, published }) =>
        `表里“${undatedLine(row)}”,已发布 ${published.number} ${activityWhen(published)}`,
      "场可能重复",
    ),
    `是同一场:把表里的时间填成已发布的(如 ${on}、${time})再发一次;不是同一场:说“对”。`,
  ];
}

const goneLines = (gone: readonly { readonly number: string }[]): string[] =>
  gone.length === 0
    ? []
    : [`不在新表里的${gone.length}场:${short(numbersOf(gone), 40)};登记以后再问您要不要取消。`];

const numbersOf = (list: readonly { readonly number: string }[]): string =>
  list.map((one) => one.number).join("、");

/** What is not in the new plan any more, and what a yes would do to it. */
function goneQuestion({ activities, undated, moved }: Asked<"sure.plan-gone">): (string | false)[] {
  const called = activities.filter((one) => one.people > 0);
  return [
    moved && "刚才情况有变,请按现在的再看一遍:",
    `不在新表里的${activities.length + undated.length}场,都取消吗?`,
    ...some(
      [...activities.map((one) => `${one.number} ${short(planned(one), 34)}`), ...undated.map(undatedWhole)],
      MOST_GONE,
      (words) => words,
      "场",
    ),
    called.length === 0
      ? "都还没有发过通知,不用告诉谁。"
      : `其中${called.length}场发过通知,会告诉有关代表,各说一次。`,
    "只发了一部分表格的,请点“不用了”。",
  ];
}

/** What a day would make of something that had none. */
const fixDayQuestion = ({ activity, before, notice_days }: Asked<"sure.fix-day">): string[] => [
  `这样定,对吗?${undatedWhole(before)}`,
  `时间:${activityWhen(activity)}`,
  ...(activity.place === null ? [] : [`地点:${activity.place}`]),
  `提前${notice_days}天发通知。`,
];

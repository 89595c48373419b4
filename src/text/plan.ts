import type { FreshView, PlanOutcome, PlanView } from "#src/domain/requests/plan.ts";
import type { Day } from "#src/domain/day.ts";
import type { WorkbookOutcome } from "#src/domain/requests/workbook.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityWhen } from "./activity-words.ts";
import { day, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { rosterProblem } from "./roster.ts";

type Unopened = Exclude<WorkbookOutcome, { of: "workbook.plan" | "workbook.minutes" }>;

/** What is said about yearly plans and the workbooks they come in. */
export type PlanReply = {
  readonly kind: "plan.answer";
  readonly outcome: PlanOutcome | Unopened;
  readonly today: Day;
};

/** Puts what became of a yearly plan into words. */
export function renderPlan({ outcome, today }: PlanReply): Rendered {
  switch (outcome.of) {
    case "plan.faulty":
    case "workbook.faulty":
      return faulty(outcome);
    case "plan.same":
      return words(`和已登记的${outcome.count}场一样,没有要改的。`, ...goneLines(outcome.gone));
    case "plan.published":
      return published(outcome, today);
    case "workbook.unknown":
      return words(
        "这个表格认不出来,什么都没动。",
        `里面的表是:${short(outcome.sheets.join("、"), 60)}`,
        "请用模板填,说:计划模板;或者说:到会时间表",
      );
    case "workbook.unreadable":
      return words(UNREADABLE[outcome.why]);
    case "workbook.template":
      return {
        ...words(
          outcome.what === "plan" ? "这是年度计划的空表,一行一场。" : "这是到会时间的空表,一行一位代表。",
          "填好发给我,先给您看一遍,您说“对”才登记。",
        ),
        files: [outcome.file],
      };
    default:
      return assertNever(outcome);
  }
}

const UNREADABLE = {
  "too-large": "表格超过10MB,打不开。请删掉图片再发。",
  "not-xlsx": "这个文件打不开。请另存为 xlsx 再发。",
  locked: "这是旧的 xls 或加了密码的表格。请另存为不带密码的 xlsx 再发。",
  bomb: "这个表格太大,没有打开。请只留年度计划一张表再发。",
  gone: "这个文件找不到了。请再发一次。",
} as const;

/** Enough for a sheet that was filled in by a wrong pattern; nobody reads more before mending it. */
const MOST_FAULTS = 40;

function faulty({ problems }: Extract<PlanOutcome | Unopened, { of: `${string}.faulty` }>): Rendered {
  return words(
    `表里有${problems.length}处要改,改好再发一次。现在什么都没登记。`,
    ...problems.slice(0, MOST_FAULTS).map(rosterProblem),
    problems.length > MOST_FAULTS && `另有${problems.length - MOST_FAULTS}处,先改上面这些。`,
  );
}

function published(
  { fresh, changed, announced, nextNotice }: Extract<PlanOutcome, { of: "plan.published" }>,
  today: Day,
): Rendered {
  const [first = "", last = first] = [fresh[0], fresh.at(-1)];
  return {
    ...words(
      `年度计划已登记:新增${fresh.length}场${changed > 0 ? `,改动${changed}场` : ""}。`,
      fresh.length > 0 && `编号:${first === last ? first : `${first} 到 ${last}`}`,
      announced > 0 && `马上发通知的${announced}场。`,
      nextNotice !== null && `其余到时候再通知,最近一批在${day(nextNotice, today)}。`,
      "要改哪场,说:改活动 编号 时间…",
    ),
    choices: [says("看活动", "活动")],
  };
}

const MOST_FRESH = 8;
const MOST_CHANGED = 3;

const when = (one: FreshView, today?: Day): string =>
  `${activityWhen({ ...one, number: "" }, today)} ${one.title}`;

const line = (one: FreshView, today: Day): string =>
  one.sittings === undefined
    ? short(when(one, today), 34)
    : `${short(when(one, today), 34)}(${one.sittings.length}次会)`;

/** What a plan would make, line by line, short enough for a card. */
export function planQuestion({
  fresh,
  changed,
  closed,
  gone,
  rules,
  moved,
  today,
}: PlanView & {
  readonly rules: { readonly notice_days: number; readonly notices_a_day: number };
  readonly moved: boolean;
  readonly today: Day;
}): (string | false)[] {
  return [
    moved && "刚才情况有变,请按现在的再看一遍:",
    `年度计划:新增${fresh.length}场,改动${changed.length}场。这样登记,对吗?`,
    ...fresh.slice(0, MOST_FRESH).map((one) => line(one, today)),
    fresh.length > MOST_FRESH && `……另有${fresh.length - MOST_FRESH}场,照您的表格`,
    ...changed.slice(0, MOST_CHANGED).map(({ activity, before }) => {
      const was = activityWhen(before, today);
      const is = activityWhen(activity, today);
      return `改 ${activity.number}:${was === is ? "地点、内容" : `${was} 改到 ${is}`}`;
    }),
    changed.length > MOST_CHANGED && `……另有${changed.length - MOST_CHANGED}场改动`,
    closed.length > 0 && `已开始、结束或取消的不动:${short(numbersOf(closed), 40)}`,
    ...goneLines(gone),
    `通知不会一次全发:每场提前${rules.notice_days}天,一人一天最多${rules.notices_a_day}场。`,
  ];
}

const goneLines = (gone: readonly ActivityView[]): string[] =>
  gone.length === 0 ? [] : [`表里没有、还没取消的:${short(numbersOf(gone), 40)};要取消请说:取消活动 编号`];

const numbersOf = (activities: readonly ActivityView[]): string =>
  activities.map((one) => one.number).join("、");

/** The same for the operator, whole: a line for each activity that is new, changed, closed or gone. */
export const planLines = ({ fresh, changed, closed, gone }: PlanView): string[] => [
  ...fresh.flatMap((one) =>
    [one, ...(one.sittings ?? [])].map((each) => `新增 ${when(each)} ${each.place ?? ""}`.trim()),
  ),
  ...changed.map(
    ({ activity, before, content }) =>
      `改动 ${activity.number} ${activityWhen(before)} ${before.place ?? ""} → ${activityWhen(activity)} ${activity.place ?? ""}${content === null ? "" : ` ${content}`}`,
  ),
  ...closed.map((one) => `不动 ${one.number} ${activityWhen(one)} ${one.title}`),
  ...gone.map((one) => `表里没有 ${one.number} ${activityWhen(one)} ${one.title}`),
];

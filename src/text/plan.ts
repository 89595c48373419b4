import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { WorkbookOutcome } from "#src/domain/requests/workbook.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityLine } from "./activity-words.ts";
import { day, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";
import { fixExample, undatedWhole } from "./undated.ts";
import { rosterProblem } from "./roster.ts";

type Unopened = Exclude<WorkbookOutcome, { of: "workbook.plan" | "workbook.minutes" }>;

/** What is said about yearly plans and the workbooks they come in. */
export type PlanReply = {
  readonly kind: "plan.answer";
  readonly outcome: PlanOutcome | Unopened;
};

/** Puts what became of a yearly plan into words. */
export function renderPlan({ outcome }: PlanReply): Rendered {
  switch (outcome.of) {
    case "plan.faulty":
    case "workbook.faulty":
      return faulty(outcome);
    case "plan.same":
      return words(`和已登记的${outcome.count}场一样,没有要改的。`);
    case "plan.gone-dropped":
      return words(`已取消${outcome.count}场。`, outcome.told > 0 && soon(`通知${outcome.told}人。`));
    case "plan.day-fixed":
      return dayFixed(outcome);
    case "plan.dropped":
      return words(`已取消:${undatedWhole(outcome.undated)}`, "还没有发过通知,不用告诉谁。");
    case "plan.undated":
      return {
        ...words(
          `${undatedWhole(outcome.undated)}(日期待定)`,
          outcome.undated.place !== null && `地点:${short(outcome.undated.place, 40)}`,
          `定了就说:${fixExample(outcome.undated.number)}`,
          "定下来才通知代表。",
        ),
        reusable: true,
      };
    case "plan.published":
      return published(outcome);
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

const dayFixed = ({ activity, nextNotice }: Extract<PlanOutcome, { of: "plan.day-fixed" }>): Rendered => ({
  ...words(
    `已定:${activityLine(activity)}`,
    nextNotice === null ? soon("通知有关代表。") : `${day(nextNotice)}发通知。`,
  ),
  number: activity.number,
});

function published({
  fresh,
  changed,
  undated,
  announced,
  nextNotice,
}: Extract<PlanOutcome, { of: "plan.published" }>): Rendered {
  const [first = "", last = first] = [fresh[0], fresh.at(-1)];
  return {
    ...words(
      `年度计划已登记:新增${fresh.length}场${changed > 0 ? `,改动${changed}场` : ""}。`,
      fresh.length > 0 && `编号:${first === last ? first : `${first} 到 ${last}`}`,
      undated > 0 && `其中${undated}场日期待定,到时提醒您定;定了说:改活动 编号 时间3月12日上午9点`,
      announced > 0 && `马上发通知的${announced}场。`,
      nextNotice !== null && `其余到时候再通知,最近一批在${day(nextNotice)}。`,
      "要改哪场,说:改活动 编号 时间…",
    ),
    choices: [says("看活动", "活动")],
  };
}

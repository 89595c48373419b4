import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import { assertNever } from "#src/kernel/never.ts";
import { absences, attendance } from "./figures-attendance.ts";
import { alwaysThere, attendanceCut } from "./figures-attendance-parts.ts";
import { missing, profile, records, tally, whichDeputy } from "./figures-count.ts";
import { cut } from "./figures-cut.ts";
import { ALL_OF_IT, ASK_INSTEAD } from "./ask-instead.ts";
import { fates } from "./figures-fates.ts";
import { leaves } from "./figures-leaves.ts";
import { ownCases, ownData, ownDuty, scoreClosed } from "./figures-own.ts";
import { backlog, opinions } from "./figures-work.ts";
import { renderTodo } from "./todo.ts";
import { explained, type ExplainedFigure } from "./figures-explained.ts";
import type { Audience } from "./audience.ts";
import { short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** Everything that is said about figures. */
export type FigureReply =
  | FigureView
  /** `what` was not found, in the words of who asked. */
  | { readonly kind: "figures.refused"; readonly why: FigureRefusal; readonly what?: string }
  /** A word of a terse question that means nothing here. */
  | {
      readonly kind: "figures.not-read";
      readonly word: string;
      /** What may have been meant. */
      readonly near?: string;
    }
  /** Two stretches of time, deputies or kinds of duty, each to be asked for by itself with these words. */
  | {
      readonly kind: "figures.apart";
      readonly of: keyof typeof APART;
      readonly alone: readonly string[];
    }
  /** What no figure heeds: a condition, or a number of something else. */
  | {
      readonly kind: "figures.not-heeded";
      readonly what: string;
      /** Of some the figure of all of it comes behind. */
      readonly of?: keyof typeof ASK_INSTEAD | keyof typeof ALL_OF_IT;
    }
  /** Words of the question that the figure below does not go by. */
  | { readonly kind: "figures.unused"; readonly what: string }
  /** Staff who are no deputies ask what they have done, or what is left. */
  | { readonly kind: "figures.no-own-duty" }
  /** 为什么 without a figure before it. */
  | { readonly kind: "figures.nothing-shown"; readonly audience: Audience }
  /** 为什么 after a figure that is not made of records. */
  | { readonly kind: "figures.explained"; readonly of: ExplainedFigure }
  /** 按月 after such a figure. */
  | { readonly kind: "figures.undivided"; readonly audience: Audience };

/** Puts a reply about figures into words. */
export function renderFigures(reply: FigureReply): Rendered {
  switch (reply.kind) {
    case "figures.own-duty":
      return ownDuty(reply);
    case "figures.score-closed":
      return scoreClosed(reply);
    case "figures.own-cases":
      return ownCases(reply);
    case "figures.own-data":
      return ownData(reply);
    case "figures.profile":
      return profile(reply);
    case "figures.which-deputy":
      return whichDeputy(reply.deputies);
    case "figures.tally":
      return tally(reply);
    case "figures.cut":
      return cut(reply);
    case "figures.records":
      return records(reply);
    case "figures.missing":
      return missing(reply);
    case "figures.opinions":
      return opinions(reply);
    case "figures.backlog":
      return backlog(reply);
    case "figures.absences":
      return absences(reply);
    case "figures.attendance-cut":
      return attendanceCut(reply);
    case "figures.always-there":
      return alwaysThere(reply);
    case "figures.fates":
      return fates(reply);
    case "figures.leaves":
      return leaves(reply);
    case "figures.attendance-lines":
    case "figures.own-attendance":
      return attendance(reply);
    case "figures.todo":
    case "figures.todo-list":
      return renderTodo(reply);
    default:
      return unanswered(reply);
  }
}

// What is said where no figure is shown.
function unanswered(reply: Exclude<FigureReply, FigureView>): Rendered {
  switch (reply.kind) {
    case "figures.refused":
      return refused(reply);
    case "figures.not-read":
      return notRead(reply);
    case "figures.apart":
      return apart(reply);
    case "figures.not-heeded":
      return reply.of === "own-places" || reply.of === "all-activities"
        ? words(`没有按“${short(reply.what, 20)}”筛选${ALL_OF_IT[reply.of]}`)
        : words(`“${short(reply.what, 20)}”现在还查不了,没有统计。`, ASK_INSTEAD[reply.of ?? "duty"]);
    case "figures.unused":
      return words(`问的“${reply.what}”没有用上,下面的数没有按它算。`);
    case "figures.no-own-duty":
      return {
        ...words(
          "您不是代表,没有自己的履职任务。",
          "看代表谁没交、谁没有记录,请点一下,或者说:未交;未报。您要办的在下面。",
        ),
        choices: [says("未交"), says("未报")],
        reusable: true,
      };
    case "figures.nothing-shown":
      return words("还没有查过数字,不知道问的是哪一个。", `先查一个,比如:${FIGURE_OF[reply.audience]}`);
    case "figures.explained":
      return explained(reply.of);
    case "figures.undivided":
      return words("刚才查的不能这样分。", `能分的要先查,比如:${FIGURE_OF[reply.audience]}`);
    default:
      return assertNever(reply);
  }
}

function refused({ why, what }: Extract<FigureReply, { kind: "figures.refused" }>): Rendered {
  const [first, ...next] = REFUSED[why];
  return words(what === undefined ? first : first.replace(/。$/u, `:${short(what, 30)}`), ...next);
}

const notRead = ({ word, near }: Extract<FigureReply, { kind: "figures.not-read" }>): Rendered => ({
  ...words(
    `没有查到“${short(word, 20)}”,没有统计。`,
    near === undefined
      ? "请核对后再说一遍,比如:统计 〔镇〕 走访 二季度"
      : `是不是“${near}”?是就点一下,或者说:统计 ${near} 二季度`,
  ),
  choices: near === undefined ? [] : [says(`统计 ${near}`)],
});

const apart = ({ of, alone }: Extract<FigureReply, { kind: "figures.apart" }>): Rendered => ({
  ...words(APART[of], `请点一下,或者说:${alone.join(";")}`),
  choices: alone.map((one) => says(one)),
});

const APART = {
  periods: "两段时间要分开看。",
  deputies: "几位代表要一位一位看。",
  kinds: "几类履职要分开看。",
  attendance: "缺席、请假、到会要单独看。",
  missing: "履职有多少要单独看,谁没有记录在下面。",
} as const;

const FIGURE_OF = {
  deputy: "我的履职",
  "deputy-and-staff": "我的履职",
  staff: "统计 〔镇〕 走访 二季度",
  office: "统计 〔镇〕 走访 二季度",
  unit: "待办",
  former: "我的履职",
  resident: "我的意见",
  guest: "我的意见",
} as const satisfies Record<Audience, string>;

// One sentence for what is elsewhere and for what does not exist: nobody learns which it is.
const REFUSED = {
  "no-such-org": ["没有查到这个地方或单位。", "请核对名称再说一遍,比如:统计 〔镇〕 走访 二季度"],
  "places-apart": ["这样问,几个村(社区)要一个一个看。", "请分开说,比如:统计 〔村〕 今年 走访"],
  "no-such-deputy": ["名单里没有查到这位代表。", "请核对姓名再说一遍,比如:代表 李明"],
  "several-deputies": ["有几位代表同名,分不清是哪一位。", "请说编号,比如:代表 D101"],
  "no-ranking": ["这里不排名,也不比谁多谁少。", "看一位代表,请说:代表 李明;看谁还没有记录:未报 本月"],
  "no-such-term": ["名册上查不到这一届是哪天到哪天。", "请说年份或日期,比如:统计 2026年 走访"],
  "terms-differ": ["区和各镇的人大,这一届的起止日子不都一样。", "请说从哪天到哪天,比如:统计 2026年 走访"],
  "others-duty": [
    "别的代表和单位的履职,由工作人员来查。",
    "查您自己的,请说:我的履职,或:我的履职 三季度 走访",
  ],
} as const satisfies Record<FigureRefusal, readonly string[]>;

import { RATE_RULE } from "./attendance-rate.ts";
import { type Rendered, words } from "./rendered.ts";

// How figures are counted that are not made of duty records, in the words of docs/figures.md.
const HOW = {
  "figures.missing": [
    "未报:这段时间里一条记录也没有的在任代表。",
    "工作人员代记、本人还没确认的,也算有记录。",
    "在不在任,看这段时间最后一天;还没过完的,看今天。",
  ],
  "figures.absences": [
    "缺席:活动已定稿,通知到了本人,登记缺席,没有准假,也没有等批的请假。",
    RATE_RULE,
    "不排名。每一次后面都有活动编号。登记有错请说:改考勤 活动编号 姓名 到会",
  ],
  "figures.own-attendance": [
    RATE_RULE,
    "请了假的,批了和等批的都不算缺席。",
    "登记不对,请说:异议 当天我在会场",
  ],
  "figures.opinions": ["登记了的群众意见,撤销的不算;按提意见的地方和登记的日子算。"],
  "figures.backlog": ["登记了、还没有办的群众意见,撤销的不算。"],
  "figures.own-cases": ["您本人提的意见、建议、议案和附议,撤销的不算。"],
  "figures.todo-list": ["这些是等您办的事,等得最久的在前,都不是打分。"],
  "figures.todo": ["这些是等您办的事,办一件少一件,都不是打分。"],
} as const satisfies Record<string, readonly string[]>;

/** A figure that is explained by how it is counted, not by records. */
export type ExplainedFigure = keyof typeof HOW;

/** True for the kind of a figure that is not made of duty records and can be explained all the same. */
export const isExplained = (kind: string): kind is ExplainedFigure => Object.hasOwn(HOW, kind);

/** How a figure is counted. */
export const explained = (of: ExplainedFigure): Rendered => words(...HOW[of]);

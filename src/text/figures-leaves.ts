import type { LeaveLine, LeavesView, LeaveStanding } from "#src/domain/figures/leave-view.ts";
import { pageMark, pagesOfSame, subjectWords } from "./figure-words.ts";
import { dayByRoom, titleByRoom } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { deputyTaps } from "./taps-into.ts";

const STANDINGS = {
  approved: "已准",
  pending: "待批",
  refused: "未准",
  entered: "登记为请假",
} as const satisfies Record<LeaveStanding, string>;

const ORDER = ["approved", "pending", "refused", "entered"] as const satisfies readonly LeaveStanding[];

/** Who asked for leave, and what became of it. */
export function leaves({ subject, basis, counts, lines }: LeavesView): Rendered {
  const about = basis.activity === undefined ? subjectWords(subject) : basis.activity;
  if (lines.total === 0) return words(`${about}:没有人请假。`, "缺席的另外看,说:缺席 今年");
  const sums = ORDER.filter((one) => counts[one] > 0).map((one) => `${STANDINGS[one]}${counts[one]}`);
  return {
    ...words(
      `${about} 请假${lines.total}人次(${sums.join("、")})${pageMark(lines)}`,
      ...lines.rows.map(leaveLine),
    ),
    choices: [
      ...deputyTaps(lines.rows.map(({ name }) => name)),
      ...pagesOfSame(lines, { do: "figures.leaves", basis }),
      ...(counts.pending > 0 ? [says("看待批的", "待办 请假")] : []),
    ],
    reusable: true,
  };
}

const leaveLine = ({ name, date, title, number, state }: LeaveLine): string =>
  `${name} ${dayByRoom(date)} ${titleByRoom(title, 12)}${number} ${STANDINGS[state]}`;

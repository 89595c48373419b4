import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityLine } from "./activity-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** What came of objections to absences, and of cases that the office looked into. */
export function absenceAnswer(outcome: Extract<AttendanceOutcome, { of: `absence.${string}` }>): Rendered {
  switch (outcome.of) {
    case "absence.case-closed":
      return words(`已记下对${outcome.name}代表缺席线索的核查结果(${outcome.count}件)。`, "待办里不再列出。");
    case "absence.objected":
      return words(
        `异议已收到:${activityLine(outcome.activity)}`,
        soon("请代表工作委员会核实,结果会告诉您。"),
      );
    case "absence.objection-decided":
      return words(
        `${outcome.name}代表的异议:${outcome.upheld ? "成立,这次不算缺席" : "不成立"}`,
        soon("告诉本人。"),
      );
    default:
      return assertNever(outcome);
  }
}

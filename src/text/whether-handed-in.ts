import type { Day } from "#src/domain/day.ts";
import type { ObligationOutcome } from "#src/domain/requests/obligation.ts";
import { SUBMISSIONS } from "#src/domain/submission.ts";
import { day } from "./format.ts";
import { owedLine } from "./owed-words.ts";
import { type Rendered, words } from "./rendered.ts";

const STATES = { accepted: "已收下", returned: "退回了,要改" } as const;

/** Whether a deputy handed in a report, when, and what is still to be handed in, and how. */
export function whetherHandedIn(
  { submission, last, owed }: Extract<ObligationOutcome, { of: "obligation.whether" }>,
  today: Day,
): Rendered {
  const { name } = SUBMISSIONS[submission];
  return words(
    last === null
      ? `您还没有交过${name}。`
      : `${last.title},您${day(last.on)}交了,${last.decision === null ? "等工作人员收下" : STATES[last.decision]}。`,
    owed === null
      ? last === null && "眼下也没有要您交的。"
      : `要交的:${owedLine(owed, today)}。请说:提交${name} 正文;也可以附文件。`,
  );
}

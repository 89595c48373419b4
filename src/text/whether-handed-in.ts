import type { Day } from "#src/domain/day.ts";
import type { ObligationOutcome } from "#src/domain/requests/obligation.ts";
import type { StaffRole } from "#src/domain/person.ts";
import { SUBMISSIONS } from "#src/domain/submission.ts";
import { day } from "./format.ts";
import { takerWords } from "./on-paper.ts";
import { owedLine } from "./owed-words.ts";
import { type Rendered, words } from "./rendered.ts";

const STATES = { accepted: "已收下", returned: "退回了,要改" } as const;

/** Whether a deputy handed in a report, when, and what is still to be handed in, and how. */
export function whetherHandedIn(
  { submission, last, owed, how }: Extract<ObligationOutcome, { of: "obligation.whether" }>,
  today: Day,
): Rendered {
  const { name } = SUBMISSIONS[submission];
  if (how !== undefined) return howTo({ submission, last, owed, how }, today);
  return words(
    last === null
      ? `您还没有交过${name}。`
      : `${last.title},您${day(last.on)}交了,${last.decision === null ? "等工作人员收下" : STATES[last.decision]}。`,
    owed === null
      ? last === null && "眼下也没有要您交的。"
      : `要交的:${owedLine(owed, today)}。请说:提交${name} 正文;也可以附文件。`,
  );
}

type Told = Extract<ObligationOutcome, { of: "obligation.whether" }>;

// By when, to whom and what to write: the program asks for no form.
function howTo(
  { submission, last, owed, how }: Omit<Told, "of" | "how"> & { readonly how: StaffRole },
  today: Day,
): Rendered {
  const { name } = SUBMISSIONS[submission];
  return words(
    owed !== null
      ? `${owedLine(owed, today)}。`
      : last === null
        ? `眼下没有排到您要交的${name},排出期限会提醒您。`
        : `${last.title},您${day(last.on)}交过了。`,
    `由${takerWords(how)}收。在这里交就行:提交${name} 正文;也可以附文件。`,
    "怎么写:没有固定格式。写清走访接待、活动会议、意见建议、学习,和不足、打算,几句话也行。",
    "交纸质的也可以,交了说一声,收的人会登记。",
  );
}

import type { AbsenceQuestion, UpheldAs } from "#src/domain/requests/absence.ts";
import { activityLine } from "./activity-words.ts";
import { foreseenLines } from "./foreseen-lines.ts";
import { short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import type { RenderedChoice } from "./rendered.ts";
import { MOVED, type SureWords } from "./sure-words.ts";

type Asked<K extends AbsenceQuestion["kind"]> = Extract<AbsenceQuestion, { kind: K }> & {};

/** What a decision of the office on somebody's absence would do. */
export const absenceQuestion = (question: Asked<"sure.objection" | "sure.case">): SureWords =>
  question.kind === "sure.objection" ? objectionQuestion(question) : caseQuestion(question);

const objectionQuestion = (question: Asked<"sure.objection">): SureWords => {
  const { who, activity, text, uphold, note, foreseen, moved } = question;
  const as = question.as ?? "leave";
  return {
    yes: uphold ? "对,异议成立" : "对,异议不成立",
    lines: [
      moved && MOVED,
      `${uphold ? "异议成立" : "异议不成立"},对吗?${namesakeWords(who)}代表`,
      activityLine(activity),
      text !== "" && `本人说:“${short(text, 160)}”`,
      note !== "" && `您的说明:${short(note, 80)}`,
      uphold ? `会告诉本人,这次改记为${COUNTS_AS[as]},不算缺席。` : "会告诉本人;这次仍算缺席。",
      ...(foreseen === null ? [] : foreseenLines(foreseen)),
    ],
    ...(uphold ? { other: countedOtherwise(question, as) } : {}),
  };
};

const COUNTS_AS = { present: "到会", leave: "请假" } as const satisfies Record<UpheldAs, string>;

const countedOtherwise = ({ who, activity, note }: Asked<"sure.objection">, as: UpheldAs): RenderedChoice => {
  const other = as === "present" ? "leave" : "present";
  const { name, personId } = who;
  const meant = { name, personId, activity: activity.number };
  return {
    label: `成立,但算${COUNTS_AS[other]}`,
    act: { do: "absence.decide-objection", ...meant, uphold: true, note, as: other },
  };
};

const caseQuestion = ({ who, activities, note, moved }: Asked<"sure.case">): SureWords => ({
  yes: "对,记下",
  lines: [
    moved && MOVED,
    `${namesakeWords(who)}代表的缺席线索,已经核查完了,对吗?`,
    ...activities.slice(0, 4).map((one) => activityLine(one)),
    activities.length > 4 && `等${activities.length}件`,
    `核查结果:${short(note, 100)}`,
    "只记下结果,不再列在待办里;不发给本人。",
    activities.length > 1 && "只核查其中一件,请带活动编号再说。",
  ],
});

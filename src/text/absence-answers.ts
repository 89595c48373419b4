import type { AbsenceOutcome, ToldAbsence } from "#src/domain/requests/absence.ts";
import { assertNever } from "#src/kernel/never.ts";
import { leftLine } from "./left-line.ts";
import { activityLine } from "./activity-words.ts";
import { absenceLine } from "./absence-line.ts";
import { day, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { toldAnswer } from "./absence-told.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** As many as a card can hold. */
const MOST = 5;

/** What came of objections to absences, and of cases that the office looked into. */
export function absenceAnswer(outcome: AbsenceOutcome): Rendered {
  switch (outcome.of) {
    case "absence.objected":
      return {
        ...words(`异议已收到:${activityLine(outcome.activity)}`, soon("请代表工作委员会核实,结果会告诉您。")),
        number: outcome.activity.number,
      };
    case "absence.which-objected":
      return whichObjected(outcome);
    case "absence.objection-late":
      return words(
        `没有记下,提异议的期限已经过了:${activityLine(outcome.activity)}`,
        outcome.until !== null && `期限到${day(outcome.until)}为止。`,
        "有新情况请联系代表工作委员会。",
      );
    case "absence.objection-decided":
      return words(
        `${outcome.name}代表的异议:${outcome.upheld ? `成立,这次算${outcome.as === "present" ? "到会" : "请假"},不算缺席` : "不成立"}`,
        activityLine(outcome.activity),
        soon("告诉本人。"),
      );
    case "absence.which-objection":
      return whichObjection(outcome);
    case "absence.told-entered":
    case "absence.told-before":
    case "absence.whose-told":
      return toldAnswer(outcome);
    case "absence.case-closed":
      return words(`已记下对${outcome.name}代表缺席线索的核查结果(${outcome.count}件)。`, "待办里不再列出。");
    case "absence.which-case":
      return whichCase(outcome);
    default:
      return assertNever(outcome);
  }
}

function whichObjected(outcome: Which): Rendered {
  const { text, absences } = outcome;
  const open = absences.filter(({ state }) => state === "open");
  const shown = [...open, ...absences.filter(({ state }) => state !== "open")].slice(0, MOST);
  const said = text === "" ? "当天我在会场" : short(text, 30);
  const [first] = open;
  return {
    ...words(
      head(outcome),
      ...shown.map((one) => absenceLine(one)),
      leftLine(absences, MOST, "次", "看全说:我的出勤"),
      first !== undefined &&
        `${text === "" ? "请" : "点一下,或"}带编号说:异议 ${first.activity.number} ${said}`,
      first === undefined && "要补充请带编号再说,或联系代表工作委员会。",
    ),
    choices: text === "" ? [] : open.slice(0, MOST).map((one) => objectTo(one, text)),
  };
}

type Which = Extract<AbsenceOutcome, { of: "absence.which-objected" }>;

function head({ absences, text, unknown, unknownOn }: Which): string {
  const missing = unknown ?? (unknownOn === undefined ? undefined : day(unknownOn));
  if (missing !== undefined) return `${missing} 没有对您的缺席提醒,还没有记下。发过提醒的是:`;
  const told = `发给您的缺席提醒有${absences.length}次`;
  if (absences.every(({ state }) => state === "over")) return `${told},提异议的期限已经过了,没有记下:`;
  if (text !== "") return `${told},还没有记下。您说的是哪一次?`;
  return absences.some(({ state }) => state === "open") ? `${told}。哪次不对,请说明情况:` : `${told}:`;
}

const objectTo = ({ activity }: ToldAbsence, text: string): RenderedChoice => ({
  label: `${day(activity.on)} ${short(activity.title, 12)} ${activity.number}`,
  act: { do: "absence.object", activity: activity.number, text },
});

const whichObjection = ({
  request,
  waiting,
}: Extract<AbsenceOutcome, { of: "absence.which-objection" }>): Rendered => ({
  ...words(`${request.name}有${waiting.length}件异议在等,还没有决定。是哪一件?`),
  choices: waiting.slice(0, MOST).map(({ who, activity }) => ({
    label: `${namesakeWords(who)} ${day(activity.on)} ${activity.number}`,
    act: { ...request, activity: activity.number, personId: who.personId },
  })),
});

const whichCase = ({ request, cases }: Extract<AbsenceOutcome, { of: "absence.which-case" }>): Rendered => ({
  ...words(`有${cases.length}位${request.name}的缺席线索在等,还没有记下。是哪一位?`),
  choices: cases.slice(0, MOST).map(({ who }) => ({
    label: namesakeWords(who),
    act: { ...request, personId: who.personId },
  })),
});

import type { ContestedAbsence, ObjectingQuestion } from "#src/domain/requests/objecting.ts";
import { absenceLine } from "./absence-line.ts";
import { day, short } from "./format.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";

type Question = ObjectingQuestion & {
  readonly card: string;
  readonly again?: true;
};

/** Words that were to object to an absence and were not confirmed until the last day. */
export type UnsaidObjection = Pick<ObjectingQuestion, "text" | "absences"> & {
  readonly kind: "sure.objecting-over";
};

/** Says that the time for an objection is over that nobody confirmed. */
export const objectingOver = ({ text, absences }: UnsaidObjection): Rendered =>
  words(
    `您说的“${short(text, 80)}”没有点“提异议”,没有提成,提异议的期限已经过了:`,
    ...absences.slice(0, MOST).map(overLine),
    "有新情况请联系代表工作委员会。",
    absences.some(({ belated }) => belated) && "那天确实来不了,还可以补假,说:补假 编号 原因",
  );

const overLine = ({ activity: { number, on, title }, until }: ContestedAbsence): string =>
  `${number} ${day(on)} ${short(title, 12)}${until === null ? "" : `,到${day(until)}为止`}`;

/** As many as a card can hold. */
const MOST = 5;

/** Asks whether words object to an absence, and to which; where leave may be asked for instead, which of both. */
export function objectingCard(question: Question): Rendered {
  const { again, text, absences } = question;
  const shown = absences.slice(0, MOST);
  const [one, ...others] = shown;
  const isOne = one !== undefined && others.length === 0 && missing(question) === undefined;
  return {
    ...words(
      again === true && "还有这件没有决定:",
      head(question, isOne ? one : undefined),
      ...shown.map((each) => absenceLine(each)),
      `您说的:“${short(text, 80)}”`,
      ...(isOne ? [hint(one)] : ["点一下是哪一次,转给代表工作委员会核实:"]),
    ),
    choices: [
      ...(isOne ? choicesOf(question, one) : shown.map((each) => toPick(question, each))),
      ...(question.ahead === true && isOne
        ? [{ label: "都不是,是以后的活动请假", act: { do: "say", text: `请假,${text}` } } as const]
        : []),
      { label: "都不是", act: { do: "card.drop", card: question.card } },
    ],
  };
}

const missing = ({ unknown, unknownOn }: Question): string | undefined =>
  unknown ?? (unknownOn === undefined ? undefined : day(unknownOn));

function head(question: Question, one: ContestedAbsence | undefined): string {
  const none = missing(question);
  if (none !== undefined) return `${none} 没有对您的缺席提醒,还没有记下。发过提醒的是:`;
  if (one === undefined) return `这是对缺席提醒的异议吗?提醒有${question.absences.length}次,还没有记下:`;
  if (one.state === "waits") return "这次的异议正在核实。把这句补进去吗?还没有记下:";
  return one.belated ? "这是说那次缺席吗?还没有记下:" : "这是对缺席提醒的异议吗?还没有记下:";
}

const hint = ({ belated }: ContestedAbsence): string =>
  belated
    ? "登记错了、请过假、没接到通知,点“提异议”;那天确实没来,点“补假”。"
    : "是的话点一下,转给代表工作委员会核实。";

function choicesOf(question: Question, one: ContestedAbsence): readonly RenderedChoice[] {
  const { card, text, away } = question;
  const objects = { label: one.belated ? "提异议" : "对,提异议", act: { do: "card.confirm", card } } as const;
  if (!one.belated || away === undefined) return [objects];
  const { number: activity } = one.activity;
  const leave = { do: "activity.leave", activity, belated: [], reason: away, note: text } as const;
  return [objects, { label: "补假", act: leave }];
}

// Which one it is comes first; where leave may be asked for as well, that is asked then.
const toPick = ({ text, away }: Question, { activity, belated }: ContestedAbsence): RenderedChoice => ({
  label: `${day(activity.on)} ${short(activity.title, 12)} ${activity.number}`,
  act: {
    do: "absence.object",
    activity: activity.number,
    text,
    ...(belated && away !== undefined ? { unsure: true, away } : {}),
  },
});

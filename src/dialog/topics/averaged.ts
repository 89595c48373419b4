import type { AverageOver } from "#src/domain/figures/average.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import type { FigureRequest } from "#src/domain/requests/figures.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { type AskedAverage, readAverage } from "../read-average.ts";
import { say } from "../turns.ts";

/**
 * A figure of which the words ask the average: over the deputies in office, over activities or over months. 每位代表 and
 * 每月 beside 平均 divide nothing. It is told with its sum, or in each line where the words divide in lines besides; that there is none of each deputy is said.
 */
export function averaged(
  dialog: Dialog,
  turn: Turn | undefined,
  text: string,
  facts: Facts,
): Turn | undefined {
  const request = turn?.request;
  const asked = readAverage(text.normalize("NFKC"));
  if (turn === undefined || request === undefined || asked === undefined) return turn;
  if (request.do !== "figures.count" && request.do !== "figures.cut") return turn;
  const { basis } = request;
  // What the others did is not a deputy's to divide.
  if (asked.over === "deputy" && !isStaff(facts.speaker) && !isOfOneself(text))
    return say(dialog, { kind: "figures.refused", why: "others-duty" });
  if (request.do === "figures.count") return { ...turn, request: { ...request, over: overOf(asked, basis) } };
  const each = eachLine(asked, request, text);
  if (each !== undefined)
    return { ...turn, request: { ...request, over: each }, replies: withoutPart(turn.replies, asked) };
  if (request.kinds !== undefined || !isOfIt(asked, text))
    return {
      ...turn,
      replies: [...withoutPart(turn.replies, asked), { kind: "figures.unused", what: asked.words }],
    };
  return { ...turn, request: { do: "figures.count", basis, over: overOf(asked, basis) } };
}

// 每位代表 divides nothing beside 平均: it is said once what was not gone by.
const withoutPart = (replies: Turn["replies"], { words }: AskedAverage): Turn["replies"] =>
  replies.filter((one) => one.kind !== "figures.unused" || !words.includes(one.what));

// 每个代表 is what the average is over, where nothing else in the words divides.
const isOfIt = ({ words }: AskedAverage, text: string): boolean =>
  findCut(text.normalize("NFKC").replace(words, " ")) === undefined;

// 各镇平均每位代表走访几户: each line has its own. Of each deputy there is none: nobody is held against another; and in
// each month others were in office.
const eachLine = (
  asked: AskedAverage,
  { by, kinds, basis }: CutAsked,
  text: string,
): AverageOver | undefined =>
  kinds !== undefined || isOfIt(asked, text) || by === "deputy" || by === "month"
    ? undefined
    : overOf(asked, basis);

type CutAsked = Extract<FigureRequest, { do: "figures.cut" }>;

// Of one deputy alone there is an average of what he or she did each time.
const overOf = ({ over }: AskedAverage, { own, person }: FigureBasis): AverageOver =>
  over === undefined || over === "deputy"
    ? own === true || person !== undefined
      ? "activity"
      : "deputy"
    : over;

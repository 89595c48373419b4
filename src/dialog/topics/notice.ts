import type { Facts, Invitation } from "#src/domain/facts.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import type { Outcome } from "#src/domain/request.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { listNamed } from "../named-event.ts";
import { type NoticeAnswer, readNoticeAnswer } from "../notice-answer.ts";
import { ask, inFocus, without } from "../turns.ts";
import { isYes } from "../words.ts";
import { hearLeave } from "./leave.ts";
import type { Said } from "./report.ts";

/**
 * What words like 好的我参加 and 明天我去 do while a notice lies open: they answer it. 收到 alone shows it once more, with
 * its buttons, and so does asking where and when it is. Undefined where no notice is meant.
 */
export function hearNoticeAnswer(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { text } = said;
  const { invitations = [] } = facts;
  const answer = readNoticeAnswer(text, facts.today);
  if (answer === undefined) return undefined;
  if (invitations.length === 0) return comesToNothing(dialog, answer, said, facts);
  if (answer.means === "stays-away")
    return isOfElse(dialog, answer.vague === true) ? undefined : hearLeave(dialog, said, facts);
  if (answer.means === "read")
    return isYes(text) || inFocus(dialog) !== undefined ? undefined : showUnanswered(dialog, facts);
  const whole = invitations.filter((one) => answer.on === undefined || one.on === answer.on);
  if (answer.means === "asks") return showAsked(dialog, answer, whole);
  const { event } = answer;
  const called = event === undefined ? whole : listNamed(event, whole);
  const [one, ...others] = likeliest(called, answer.afterAll);
  // Another day, or another kind: nothing is answered for them, and what they are called to is shown.
  if (one === undefined)
    return event === undefined
      ? undefined
      : show(without(dialog, "leave"), likeliestNamed(event, invitations));
  const bare = answer.on === undefined && !answer.afterAll ? ({ bare: true } as const) : {};
  return ask(dialog, { do: "activity.coming", ...(others.length > 0 ? bare : { activity: one.number }) });
}

// What is missing of a wish that was begun is asked there; 不行,是5户 is said of a card, or of what was just filed.
function isOfElse(dialog: Dialog, vague: boolean): boolean {
  const open = inFocus(dialog);
  return open?.at === "leave" || (vague && (open !== undefined || dialog.filed !== undefined));
}

// What the notice does not say, and another day, are asked of whoever sent it.
function showAsked(
  dialog: Dialog,
  { of, event }: Extract<NoticeAnswer, { means: "asks" }>,
  whole: readonly Invitation[],
): Turn | undefined {
  const named = event === undefined ? [] : listNamed(event, whole);
  const turn = show(dialog, named.length > 0 ? named : whole);
  if (turn === undefined || of === undefined || of === "notice") return turn;
  const hint = of === "moving" ? "asks-to-move" : "asks-more";
  return { ...turn, replies: [{ kind: "activity.leave-hint", of: hint }, ...turn.replies] };
}

function likeliestNamed(event: string, invitations: readonly Invitation[]): readonly Invitation[] {
  const named = listNamed(event, invitations);
  return named.length > 0 ? named : invitations;
}

// 接待日我能去的, where nobody was called to anything: it has not been, and is no record.
function comesToNothing(
  dialog: Dialog,
  answer: NoticeAnswer,
  { text }: Said,
  facts: Facts,
): Turn | undefined {
  const { speaker, today } = facts;
  if (answer.means !== "coming" || answer.event === undefined || inFocus(dialog) !== undefined)
    return undefined;
  if (speaker.kind !== "member" || mandateOn(speaker.mandates, today) === null) return undefined;
  return BY_NOW.test(text) ? undefined : ask(dialog, { do: "activity.coming" });
}
// 上午的小组活动我参加 may tell of what was.
const BY_NOW = /今[天日]|上午|早上|刚才/u;

// What was not answered yet; after the opposite was said, what leave was asked from.
function likeliest(open: readonly Invitation[], afterAll: boolean): readonly Invitation[] {
  const order = afterAll ? (["leave", null] as const) : ([null, "leave"] as const);
  return (
    order.map((answer) => open.filter((one) => one.answer === answer)).find((some) => some.length > 0) ?? open
  );
}

/** After a bare yes that no record waited for: the one notice that is not answered yet, with its buttons. */
export const afterBareYes = (dialog: Dialog, outcome: Outcome, facts: Facts): Turn | undefined =>
  outcome.of === "report.acknowledged" && outcome.numbers.length === 0
    ? showUnanswered(dialog, facts)
    : undefined;

const showUnanswered = (dialog: Dialog, { invitations = [] }: Facts): Turn | undefined =>
  show(
    dialog,
    invitations.filter(({ answer }) => answer === null),
  );

function show(dialog: Dialog, [one, ...others]: readonly Invitation[]): Turn | undefined {
  if (one === undefined) return undefined;
  const several = others.length > 0;
  return ask(dialog, several ? { do: "activity.list" } : { do: "activity.show", activity: one.number });
}

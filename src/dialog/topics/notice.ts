import type { Facts, Invitation } from "#src/domain/facts.ts";
import type { Outcome } from "#src/domain/request.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readNoticeAnswer } from "../notice-answer.ts";
import { ask, inFocus } from "../turns.ts";
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
  if (invitations.length === 0) return undefined;
  const answer = readNoticeAnswer(text, facts.today);
  if (answer === undefined) return undefined;
  // What is missing of a wish that was begun is asked there.
  if (answer.means === "stays-away")
    return inFocus(dialog)?.at === "leave" ? undefined : hearLeave(dialog, said, facts);
  if (answer.means === "read")
    return isYes(text) || inFocus(dialog) !== undefined ? undefined : showUnanswered(dialog, facts);
  const whole = invitations.filter((one) => answer.on === undefined || one.on === answer.on);
  if (answer.means === "asks") return show(dialog, whole);
  const meant = likeliest(whole, answer.afterAll);
  const [one, ...others] = meant;
  if (one === undefined) return undefined;
  const bare = answer.on === undefined && !answer.afterAll ? ({ bare: true } as const) : {};
  return ask(dialog, { do: "activity.coming", ...(others.length > 0 ? bare : { activity: one.number }) });
}

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

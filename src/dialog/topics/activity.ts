import type { Facts } from "#src/domain/facts.ts";
import type { Act } from "#src/domain/act.ts";
import type { AttendanceAct } from "#src/domain/requests/attendance.ts";
import type { ObligationAct } from "#src/domain/requests/obligation.ts";
import type { AbsenceAct } from "#src/domain/requests/absence.ts";
import type { ActivityAct } from "#src/domain/requests/activity.ts";
import type { Refusal } from "#src/domain/request.ts";
import type { ActivityCard, Dialog, SureCard, Turn } from "../dialog.ts";
import { type ActivityDraft, pieces, readAmends, readAnnouncement } from "../read-plan.ts";
import { numbersIn } from "../spoken-number.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import type { Said } from "./report.ts";

/** The number of an activity that a text names. */
export const activityIn = (text: string): string | undefined => numbersIn(text, "活")[0];

/** Asks for the first missing piece of an activity, or has the house look up whom it concerns. */
export function presentDraft(dialog: Dialog, card: Omit<ActivityCard, "asked">): Turn {
  const { draft, messageId } = card;
  const { org, on, time } = draft;
  if (org === undefined) return question(dialog, { ...card, asked: "org" });
  if (on === undefined) return question(dialog, { ...card, asked: "on" });
  if (draft.farOff === true) return question(dialog, { ...card, asked: "year" });
  if (time === undefined) return question(dialog, { ...card, asked: "time" });
  const { farOff: _, ...sure } = draft;
  const plan = { ...sure, org, on, time };
  return ask(without(dialog, card.card), { do: "activity.preview", messageId, plan });
}

const question = (dialog: Dialog, card: ActivityCard): Turn =>
  say(focus(dialog, card), {
    kind: "activity.question",
    card: card.card,
    field: card.asked,
    ...(card.draft.on === undefined ? {} : { on: card.draft.on }),
  });

/** Shows the open question about an activity once more. */
export const showDraft = (dialog: Dialog, card: ActivityCard): Turn => question(dialog, card);

/** What a message means while a piece of an activity is asked about; undefined when it is about something else. */
export function hearOnDraft(dialog: Dialog, card: ActivityCard, said: Said, facts: Facts): Turn | undefined {
  if (isNo(said.text)) return dropDraft(dialog, card);
  if (card.asked === "year" && isYes(said.text)) return keepYear(dialog, card);
  const found = { ...readAmends(said.text, facts), ...pieces(said.text, facts) };
  const field = card.asked === "year" ? "on" : card.asked;
  if (found[field] === undefined && found.place === undefined && found.content === undefined)
    return undefined;
  const { farOff: _, ...known } = card.draft;
  const draft: ActivityDraft = card.asked === "year" ? { ...known, ...found } : { ...found, ...card.draft };
  return presentDraft(dialog, { ...card, draft });
}

/** The far day is meant as it was said. */
export function keepYear(dialog: Dialog, card: ActivityCard): Turn {
  const { farOff: _, ...draft } = card.draft;
  return presentDraft(dialog, { ...card, draft });
}

/** What is said while a plan waits for its yes: pieces of it over again; undefined where it is about something else. */
export function hearOnPlan(dialog: Dialog, card: SureCard, said: Said, facts: Facts): Turn | undefined {
  if (card.question.kind !== "sure.publish") return undefined;
  const amends = readAmends(said.text, facts);
  if (Object.keys(amends).length === 0) return undefined;
  const { messageId } = said;
  const draft = { ...card.question.plan, ...amends };
  const far = amends.on === undefined ? {} : pieces(said.text, facts);
  return presentDraft(without(dialog, card.card), {
    at: "activity",
    card: `a${messageId}`,
    messageId,
    draft: { ...draft, ...(far.farOff === undefined ? {} : { farOff: far.farOff }) },
  });
}

/** A plan in any words of staff, asked to the end and shown before it is published. */
export const announce = (dialog: Dialog, words: string, { messageId }: Said, facts: Facts): Turn =>
  presentDraft(withoutDrafts(dialog), {
    at: "activity",
    card: `a${messageId}`,
    messageId,
    draft: readAnnouncement(words, facts),
  });

// Who begins anew is not asked about the one that was begun before.
const withoutDrafts = (dialog: Dialog): Dialog => ({
  ...dialog,
  pending: dialog.pending.filter((one) => one.at !== "activity"),
});

/** Forgets an activity that was not published. */
export const dropDraft = (dialog: Dialog, { card }: ActivityCard): Turn =>
  say(without(dialog, card), { kind: "activity.dropped" });

/** True for taps on notices and lists of activities, and for those that say whose attendance, absence or report is meant. */
export const isActivityAct = (act: Act): act is ActivityAct | AbsenceAct | AttendanceAct | ObligationAct =>
  /^(?:activity|absence|attendance|obligation)\./u.test(act.do);

/** The refusals that are about activities. */
export const isActivityRefusal = (
  why: Refusal,
): why is Extract<Refusal, `activity-${string}` | `leave-${string}` | `notice-${string}`> =>
  /^(?:activity|leave|notice)-/u.test(why);

/** The refusals that are about registers and objections. */
export const isAttendanceRefusal = (
  why: Refusal,
): why is Extract<
  Refusal,
  `attendance-${string}` | `objection-${string}` | `case-${string}` | `told-${string}`
> => /^(?:attendance|objection|case|told)-/u.test(why);

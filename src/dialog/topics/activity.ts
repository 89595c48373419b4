import type { Facts } from "#src/domain/facts.ts";
import type { Act } from "#src/domain/act.ts";
import type { AttendanceAct } from "#src/domain/requests/attendance.ts";
import type { ObligationAct, OwedPageAct } from "#src/domain/requests/obligation.ts";
import type { AbsenceAct } from "#src/domain/requests/absence.ts";
import type { ActivityAct } from "#src/domain/requests/activity.ts";
import type { Refusal } from "#src/domain/request.ts";
import type { Dialog, SureCard, Turn } from "../dialog.ts";
import type { ActivityCard } from "../plan/plan-card.ts";
import { toldBeside } from "../plan/another-activity.ts";
import { readCalled } from "../plan/plan-called.ts";
import { readAmends } from "../plan/read-amends.ts";
import { withPastDay } from "../plan/read-held-plan.ts";
import { type ActivityDraft, pieces } from "../plan/read-plan.ts";
import { standsAlone } from "../stands-alone.ts";
import { numbersIn } from "../spoken-number.ts";
import { ask, say, without } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import { announce } from "./announce.ts";
import { goOn, presentDraft } from "./present-draft.ts";
import type { Said } from "./report.ts";

/** The number of an activity that a text names. */
export const activityIn = (text: string): string | undefined => numbersIn(text, "活")[0];

/** What a message means while a piece of an activity is asked about; undefined when it is about something else. */
export function hearOnDraft(dialog: Dialog, card: ActivityCard, said: Said, facts: Facts): Turn | undefined {
  if (isNo(said.text)) return dropDraft(dialog, card);
  if (card.draft.held === true && withPastDay(said.text, facts) !== said.text)
    return hearOnDraft(dialog, card, { ...said, text: withPastDay(said.text, facts) }, facts);
  if (isYes(said.text) && (card.asked === "year" || card.asked === "next")) return goOn(dialog, card, facts);
  const told = toldBeside(card.draft, said.text, facts);
  if (told.as === "another") return announce(dialog, said.text, said, facts);
  const called = card.asked === "names" ? calledOf(card.draft, said.text, facts) : undefined;
  if (called !== undefined) return presentDraft(dialog, { ...card, draft: called }, facts);
  if (told.as === "same")
    return presentDraft(
      dialog,
      { ...card, draft: withPieces(card.draft, told.draft, told.draft.kind) },
      facts,
    );
  const { kind: _kind, content: _content, org: named, ...plain } = told.draft;
  const amends = readAmends(said.text, facts);
  if (Object.keys(amends).length === 0 && standsAlone(said, facts)) return undefined;
  const field = card.asked === "year" || card.asked === "next" ? "on" : card.asked;
  const found = { ...(field === "org" && named !== undefined ? { org: named } : {}), ...plain, ...amends };
  // Whatever piece a line is of which nothing else is left, it is one; in more words only what was asked for is.
  if (found[field] === undefined && Object.keys(amends).length === 0) return undefined;
  const kind = amends.kind ?? card.draft.kind;
  return presentDraft(dialog, { ...card, draft: withPieces(card.draft, found, kind) }, facts);
}

// 李明、王芳, 就通知李明; 全体都来: no part of them after all.
function calledOf(open: ActivityDraft, said: string, facts: Facts): ActivityDraft | undefined {
  const text = said.normalize("NFKC").replace(/[\s.!\u3002]+$/gu, "");
  const { partly: _, ...draft } = open;
  if (EVERYBODY.test(text.replace(/[\s,]/gu, ""))) return draft;
  const { names, rest } = readCalled(text, undefined, facts);
  return names === undefined || !ONLY_NAMES.test(rest) ? undefined : { ...draft, names };
}
const ONLY_NAMES =
  /^[\s,、]*(?:(?:就|只|通知|请|让|叫|是|有|这|几|两|三|四|五|位|个|人|代表|和|他们|参加|来|去|吧)[\s,、]*)*$/u;
const EVERYBODY =
  /^(?:那|还是|就|请|让|通知)*(?:全体|全部|所有|全都?|都|大家|每个)(?:的)?(?:人大)?(?:代表|人)?(?:们)?(?:全|都)?(?:来|去|参加|通知|到)?[吧嘛了]*$/u;

/** What was said last of a piece holds. A new day has its own year. */
function withPieces(
  { farOff, ...known }: ActivityDraft,
  found: Partial<ActivityDraft>,
  kind: ActivityDraft["kind"],
): ActivityDraft {
  const isFar = farOff === true && found.on === undefined;
  return {
    ...known,
    ...found,
    kind: kind === "other" ? known.kind : kind,
    ...(isFar ? { farOff } : {}),
  };
}

/** What is said while a plan waits for its yes: pieces of it over again; undefined where it is about something else. */
export function hearOnPlan(dialog: Dialog, card: SureCard, said: Said, facts: Facts): Turn | undefined {
  const { question: shown, request } = card;
  if (shown.kind === "sure.change" && request.do === "activity.change") {
    const { org: _, ...amends } = readAmends(said.text, facts);
    const change = { ...request.change, ...amends };
    return Object.keys(amends).length === 0
      ? undefined
      : ask(without(dialog, card.card), {
          do: "activity.change-preview",
          messageId: said.messageId,
          activity: request.activity,
          change,
        });
  }
  if (shown.kind !== "sure.publish") return undefined;
  if (shown.plan.held === true && withPastDay(said.text, facts) !== said.text)
    return hearOnPlan(dialog, card, { ...said, text: withPastDay(said.text, facts) }, facts);
  const told = toldBeside(shown.plan, said.text, facts);
  if (told.as === "another") return announce(dialog, said.text, said, facts);
  const amends = told.as === "same" ? told.draft : readAmends(said.text, facts);
  if (Object.keys(amends).length === 0) return undefined;
  const { messageId } = said;
  const far = amends.on === undefined ? {} : pieces(said.text, facts);
  const { kind = shown.plan.kind } = amends;
  const draft = withPieces(shown.plan, amends, kind);
  return presentDraft(
    without(dialog, card.card),
    {
      at: "activity",
      card: `a${messageId}`,
      messageId,
      draft: { ...draft, ...(far.farOff === undefined ? {} : { farOff: far.farOff }) },
    },
    facts,
  );
}

/** Forgets an activity that was not published. */
export const dropDraft = (dialog: Dialog, { card }: ActivityCard): Turn =>
  say(without(dialog, card), { kind: "activity.dropped" });

/** True for taps on notices and lists of activities, and for those that say whose attendance, absence or report is meant. */
export const isActivityAct = (
  act: Act,
): act is ActivityAct | AbsenceAct | AttendanceAct | ObligationAct | OwedPageAct =>
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

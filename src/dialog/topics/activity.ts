import type { Facts } from "#src/domain/facts.ts";
import type { Act } from "#src/domain/act.ts";
import type { AttendanceAct } from "#src/domain/requests/attendance.ts";
import type { ObligationAct, OwedPageAct } from "#src/domain/requests/obligation.ts";
import type { AbsenceAct } from "#src/domain/requests/absence.ts";
import type { ActivityAct } from "#src/domain/requests/activity.ts";
import type { Refusal } from "#src/domain/request.ts";
import type { PlanReply } from "#src/text/activity-question.ts";
import type { Dialog, Pending, SureCard, Turn } from "../dialog.ts";
import type { ActivityCard } from "../plan/plan-card.ts";
import { ownBodies } from "../called-body.ts";
import { toldBeside } from "../plan/another-activity.ts";
import { readAmends } from "../plan/read-amends.ts";
import { type ActivityDraft, pieces } from "../plan/read-plan.ts";
import { splitPlans } from "../plan/split-plans.ts";
import { standsAlone } from "../stands-alone.ts";
import { numbersIn } from "../spoken-number.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import type { Said } from "./report.ts";

/** The number of an activity that a text names. */
export const activityIn = (text: string): string | undefined => numbersIn(text, "活")[0];

/** Asks for the first missing piece of an activity, or has the house look up whom it concerns. */
export function presentDraft(dialog: Dialog, card: Omit<ActivityCard, "asked">, facts: Facts): Turn {
  const { draft, messageId } = card;
  const { org, on, time } = draft;
  if (org === undefined) return question(dialog, { ...card, asked: "org" }, facts);
  if (on === undefined) return question(dialog, { ...card, asked: "on" }, facts);
  if (draft.farOff === true) return question(dialog, { ...card, asked: "year" }, facts);
  if (time === undefined) return question(dialog, { ...card, asked: "time" }, facts);
  const { farOff: _, ...sure } = draft;
  const plan = { ...sure, org, on, time };
  return ask(without(dialog, card.card), { do: "activity.preview", messageId, plan });
}

const question = (dialog: Dialog, card: ActivityCard, facts: Facts): Turn => {
  const { org, kind, on } = card.draft;
  const orgs = card.asked === "org" ? ownBodies(facts) : [];
  return say(focus(dialog, card), {
    kind: "activity.question",
    card: card.card,
    field: card.asked,
    of: kind,
    ...(org === undefined ? {} : { org }),
    ...(on === undefined ? {} : { on }),
    ...(orgs.length === 0 ? {} : { orgs }),
  });
};

/** Shows the open question about an activity once more. */
export const showDraft = (dialog: Dialog, card: ActivityCard, facts: Facts): Turn =>
  question(dialog, card, facts);

/** What a message means while a piece of an activity is asked about; undefined when it is about something else. */
export function hearOnDraft(dialog: Dialog, card: ActivityCard, said: Said, facts: Facts): Turn | undefined {
  if (isNo(said.text)) return dropDraft(dialog, card);
  if (isYes(said.text) && (card.asked === "year" || card.asked === "next")) return goOn(dialog, card, facts);
  const told = toldBeside(card.draft, said.text, facts);
  if (told.as === "another") return announce(dialog, said.text, said, facts);
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

/** Yes to what was asked: the far day is meant as it was said, or the next one is looked at. */
export function goOn(dialog: Dialog, card: ActivityCard, facts: Facts): Turn {
  const { farOff: _, ...draft } = card.draft;
  return presentDraft(dialog, { ...card, draft }, facts);
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

/** The most activities that are gone through after one message. */
const MOST_AT_ONCE = 4;

/**
 * Plans in any words of staff, each asked to the end and shown before it is published. What was begun of the same before
 * gives way to it; another one stays, and is named.
 */
export function announce(dialog: Dialog, words: string, { messageId }: Said, facts: Facts): Turn {
  const [draft, ...others] = splitPlans(words, facts);
  if (draft === undefined) return say(dialog);
  const count = others.length + 1;
  const several = { kind: "activity.several", count, tooMany: count > MOST_AT_ONCE } as const;
  if (several.tooMany) return say(dialog, several);
  const kept = dialog.pending.filter(
    (one) => one.at !== "activity" || toldBeside(one.draft, words, facts).as === "another",
  );
  const waiting = others.reduceRight<Dialog>(
    (now, next, index) =>
      focus(now, { at: "activity", card: `a${messageId}.${index}`, messageId, draft: next, asked: "next" }),
    { ...dialog, pending: kept },
  );
  const turn = presentDraft(waiting, { at: "activity", card: `a${messageId}`, messageId, draft }, facts);
  const before = [...keptReplies(kept), ...(count === 1 ? [] : [several])];
  return { ...turn, replies: [...before, ...turn.replies] };
}

function keptReplies(kept: readonly Pending[]): readonly PlanReply[] {
  const waits = kept.map(toPlan).findLast((one) => one !== undefined);
  if (waits === undefined) return [];
  const { kind, org, on } = waits;
  const known = { ...(org === undefined ? {} : { org }), ...(on === undefined ? {} : { on }) };
  return [{ kind: "activity.kept", of: kind, ...known }];
}

const toPlan = (one: Pending): ActivityDraft | undefined => {
  if (one.at === "activity") return one.draft;
  return one.at === "sure" && one.question.kind === "sure.publish" ? one.question.plan : undefined;
};

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

import type { Facts } from "#src/domain/facts.ts";
import type { PlanReply } from "#src/text/activity-question.ts";
import type { Dialog, Pending, Turn } from "../dialog.ts";
import { toldBeside } from "../plan/another-activity.ts";
import type { ActivityDraft } from "../plan/read-plan.ts";
import { splitPlans } from "../plan/split-plans.ts";
import { focus, say } from "../turns.ts";
import { presentDraft } from "./present-draft.ts";
import type { Said } from "./report.ts";

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
  const bodies = ofSeveral([draft, ...others]);
  const several = {
    kind: "activity.several",
    count,
    tooMany: count > MOST_AT_ONCE,
    ...(bodies === undefined ? {} : { bodies }),
  } as const;
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

// 羊昌镇和东风镇的代表: the same at the same time, for each of them.
function ofSeveral(plans: readonly ActivityDraft[]): readonly string[] | undefined {
  const orgs = plans.flatMap(({ org }) => org ?? []);
  const [first, ...others] = plans;
  const isSame = others.every(
    (one) => one.on === first?.on && one.time === first?.time && one.kind === first?.kind,
  );
  return isSame && others.length > 0 && new Set(orgs).size === plans.length ? orgs : undefined;
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

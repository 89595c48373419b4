import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ownBodies } from "../called-body.ts";
import type { ActivityCard } from "../plan/plan-card.ts";
import { ask, focus, say, without } from "../turns.ts";

/** Asks for the first missing piece of an activity, or has the house look up whom it concerns. */
export function presentDraft(dialog: Dialog, card: Omit<ActivityCard, "asked">, facts: Facts): Turn {
  const { draft, messageId } = card;
  const { org, on, time } = draft;
  if (org === undefined) return question(dialog, { ...card, asked: "org" }, facts);
  if (draft.partly === true && draft.names === undefined)
    return question(dialog, { ...card, asked: "names" }, facts);
  if (on === undefined) return question(dialog, { ...card, asked: "on" }, facts);
  if (draft.farOff === true) return question(dialog, { ...card, asked: "year" }, facts);
  if (time === undefined) return question(dialog, { ...card, asked: "time" }, facts);
  const { farOff: _, partly: _part, orgs: _orgs, ...sure } = draft;
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

/** Yes to what was asked: the far day is meant as it was said, or the next one is looked at. */
export function goOn(dialog: Dialog, card: ActivityCard, facts: Facts): Turn {
  const { farOff: _, ...draft } = card.draft;
  return presentDraft(dialog, { ...card, draft }, facts);
}

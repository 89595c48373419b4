import type { Facts } from "#src/domain/facts.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { AskedChange, MandateDayWanted, MandateDraft } from "#src/domain/requests/mandate.ts";
import type { MandateGap } from "#src/text/mandate.ts";
import { readChangeDays } from "#src/understanding/mandates/change-days.ts";
import { readMandateUndo } from "#src/understanding/mandates/read-mandate-undo.ts";
import { findOrgs, findTerm, readMandateChange } from "#src/understanding/mandates/read-mandate-change.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Dialog, MandateCard, Turn } from "../dialog.ts";
import { ask, focus, say, without } from "../turns.ts";
import { standsAlone } from "../stands-alone.ts";
import { isNo } from "../words.ts";
import type { Said } from "./report.ts";

// The speaker's own name is known, too: nobody changes his own mandate, and has to hear so.
const everybody = ({ people, speaker }: Facts): readonly string[] =>
  speaker.kind === "member" ? [...people, speaker.name] : people;

const holdsOffice = (speaker: Speaker): boolean =>
  speaker.kind === "member" && speaker.roles.some((held) => held.role === "office");

/** What a change of somebody's mandate leads to; undefined when a message is about something else. */
export function hearMandateChange(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker, today, places } = facts;
  if (speaker.kind !== "member") return undefined;
  const undone = hearUndoing(dialog, said, facts);
  if (undone !== undefined) return undone;
  const read = readMandateChange(said.text, { today, people: everybody(facts), places });
  if (read === undefined) return undefined;
  if (!holdsOffice(speaker))
    return read.opens ? say(dialog, { kind: "help.refused", why: "office-only" }) : undefined;
  const { draft, noSuchDay } = read;
  return present(dialog, { card: `m${said.messageId}`, messageId: said.messageId, draft }, noSuchDay);
}

/** An order to undo a change that was registered: 撤销变动 李明, 撤销张三的补选. Nobody but the office hears it as one. */
function hearUndoing(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const wish = readMandateUndo(text, everybody(facts));
  if (wish === undefined) return undefined;
  const { isCommand, ...whose } = wish;
  if (holdsOffice(facts.speaker)) return ask(dialog, { do: "mandate.undo-preview", ...whose });
  return isCommand ? say(dialog, { kind: "help.refused", why: "office-only" }) : undefined;
}

type Open = Omit<MandateCard, "at" | "asked">;

function present(dialog: Dialog, { card, messageId, draft }: Open, noSuchDay?: string): Turn {
  if (draft.names.length > 1) return say(dialog, { kind: "mandate.refused", why: "mandate-one-by-one" });
  const { on, ...undated } = draft;
  const asked = gapOf(draft);
  if (asked === undefined && on !== undefined)
    return ask(without(dialog, card), { do: "mandate.preview", messageId, plan: { ...draft, on } });
  // Of whoever left office no day has to be known to be told so.
  if (asked === "on" && noSuchDay === undefined && CONCERNS_A_SEAT.has(draft.change))
    return ask(without(dialog, card), { do: "mandate.preview", messageId, plan: undated });
  return showMandate(dialog, { at: "mandate", card, messageId, draft, asked: asked ?? "on" }, noSuchDay);
}

const CONCERNS_A_SEAT: ReadonlySet<AskedChange> = new Set([
  "suspend",
  "resume",
  "resign",
  "terminate",
  "transfer",
]);

/** Asks for the day of a change that can be made. */
export const askDay = (dialog: Dialog, { messageId, draft }: MandateDayWanted): Turn =>
  showMandate(dialog, { at: "mandate", card: `m${messageId}`, messageId, draft, asked: "on" });

function gapOf({ change, names, orgs, term, on }: MandateDraft): MandateGap | undefined {
  if (change === "new_term" && term === undefined) return "term";
  if (change !== "new_term" && names.length === 0) return "name";
  const needsOrg = change === "by_election" || change === "transfer";
  if (needsOrg && orgs.length === 0) return "org";
  return on === undefined ? "on" : undefined;
}

/** Asks for what a change still lacks, and says which day that was named does not exist. */
export const showMandate = (dialog: Dialog, pending: MandateCard, noSuchDay?: string): Turn =>
  say(focus(dialog, pending), {
    kind: "mandate.question",
    card: pending.card,
    field: pending.asked,
    change: pending.draft.change,
    ...(noSuchDay === undefined ? {} : { noSuchDay }),
  });

/** What a message means while something is asked about a change; undefined when it is about something else. */
export function hearOnMandate(
  dialog: Dialog,
  pending: MandateCard,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (isNo(said.text)) return dropMandate(dialog, pending);
  if (standsAlone(said, facts)) return undefined;
  const { draft, asked } = pending;
  const text = said.text.normalize("NFKC").trim();
  if (asked === "on") {
    const { noSuchDay } = readChangeDays(text, draft.change, facts.today);
    if (noSuchDay !== undefined) return showMandate(dialog, pending, noSuchDay);
  }
  const found = readGap(asked, text, draft, facts);
  if (Object.keys(found).length === 0) return undefined;
  return present(dialog, { ...pending, draft: { ...draft, ...found } });
}

function readGap(asked: MandateGap, text: string, draft: MandateDraft, facts: Facts): Partial<MandateDraft> {
  switch (asked) {
    case "on": {
      const { on, to } = readChangeDays(text, draft.change, facts.today);
      return { ...(on === undefined ? {} : { on }), ...(to === undefined ? {} : { to }) };
    }
    case "org": {
      const orgs = findOrgs(text, facts.places);
      return orgs.length === 0 ? {} : { orgs };
    }
    case "term": {
      const term = findTerm(text);
      return term === undefined ? {} : { term };
    }
    case "name": {
      const known = findNames(text, everybody(facts));
      const bare = /^[一-龥·]{2,6}$/u.test(text) ? [text.replace(/代表$/u, "")] : [];
      const names = known.length > 0 ? known : bare;
      return names.length === 0 ? {} : { names };
    }
  }
}

/** Forgets a change that was not registered. */
export const dropMandate = (dialog: Dialog, { card }: MandateCard): Turn =>
  say(without(dialog, card), { kind: "mandate.dropped" });

import type { Facts } from "#src/domain/facts.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { ReportAct } from "#src/domain/requests/report.ts";
import { findUnsuited } from "#src/understanding/unsuited.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import type { Dialog, ReportCard, SuggestionCard, Turn } from "../dialog.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import { dropCard } from "./drop-card.ts";
import { filesOf } from "./files.ts";
import { tapCard } from "./on-card.ts";
import type { Said } from "./report.ts";

type Suggested = NonNullable<Understanding["suggestion"]>;

/** Shows a suggestion for a last look, or asks the house to add a name to somebody's. */
export function hearSuggestion(dialog: Dialog, suggested: Suggested, said: Said): Turn {
  const { title, role } = suggested;
  if (role === "cosign") return hearCosigning(dialog, suggested, said);
  if (title === "") return say(dialog, { kind: "help.which-suggestion" });
  const card: SuggestionCard = {
    at: "suggestion",
    card: `s${said.messageId}`,
    messageId: said.messageId,
    title,
    text: said.text,
    motion: suggested.motion === true,
    ...(said.files === undefined ? {} : { files: said.files }),
  };
  return showSuggestion(dialog, card, false);
}

/** Asks the house which suggestion somebody wants to stand under: by its number, its lead, or what it is about. */
export function hearCosigning(
  dialog: Dialog,
  { title, person }: Pick<Suggested, "title" | "person">,
  { text, messageId }: Said,
): Turn {
  const gist = title.replace(/^附议$/u, "");
  const number = /建-\d{4}-\d+/u.exec(text.normalize("NFKC"))?.[0];
  const meant = number === undefined ? { gist, ...(person === undefined ? {} : { person }) } : { number };
  return ask(dialog, { do: "suggestion.cosign", messageId, ...meant });
}

/** Shows a suggestion's card, `again` when it comes back after another topic. */
export function showSuggestion(dialog: Dialog, card: SuggestionCard, again: boolean): Turn {
  const { title, motion, files = [] } = card;
  const unsuited = findUnsuited(card.text);
  return say(focus(dialog, card), {
    kind: "case.suggestion-card",
    card: card.card,
    title: withoutPersonalData(title),
    motion,
    files: files.length,
    ...(again ? { again } : {}),
    ...(unsuited === undefined ? {} : { unsuited }),
  });
}

/** What a message means while a suggestion's card is in focus; undefined when it is about something else. */
export function hearOnSuggestion(
  dialog: Dialog,
  card: SuggestionCard,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (isYes(said.text)) return submit(dialog, card);
  if (isNo(said.text)) return dropCard(dialog, card, said, facts);
  return undefined;
}

function submit(dialog: Dialog, shown: SuggestionCard): Turn {
  const { card, messageId, title, text, motion } = shown;
  const files = filesOf(shown);
  return ask(without(dialog, card), { do: "suggestion.submit", messageId, title, text, motion, ...files });
}

/** What a tap on a suggestion's card does. */
export function tapSuggestion(
  dialog: Dialog,
  card: SuggestionCard,
  act: ReportAct,
  said: Said,
  facts: Facts,
): Turn {
  if (act.do === "card.confirm") return submit(dialog, card);
  if (act.do !== "card.intent") return dropCard(dialog, card, said, facts);
  const opinion: ReportCard = {
    at: "report",
    card: card.card,
    messageId: card.messageId,
    said: card.text,
    reports: [],
    opinions: [],
    questions: [],
    ...(card.files === undefined ? {} : { files: card.files }),
  };
  return tapCard(without(dialog, card.card), opinion, act, said, facts);
}

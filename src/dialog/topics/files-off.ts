import type { Facts } from "#src/domain/facts.ts";
import type { FilesMeant } from "#src/domain/requests/attachment.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { FILE } from "../files-named.ts";
import { isOfCard } from "../is-of-card.ts";
import { type FilesUnwanted, findFilesUnwanted } from "../files-unwanted.ts";
import { ask, inFocus, say } from "../turns.ts";
import { isCarrier, settled } from "./files.ts";
import { freshFiles, withoutFiles } from "./held-files.ts";
import { present, type Said } from "./report.ts";
import { showSuggestion } from "./suggestion.ts";

const NONE = new RegExp(
  `^(?:(?:这|那)?(?:些|张|个)?${FILE}(?:都)?(?:不要|不用)了?|(?:不要|不用|不带|不附)(?:了|这|那)?(?:些|张|个)?${FILE}了?)$`,
  "u",
);

/**
 * Photos and files that somebody does not want: those on the card in view, else those that wait, else those on a record,
 * of which the house shows what would be taken off. Which of several is asked where it is not said. Undefined for all else.
 */
export function hearFilesOff(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { text, at } = said;
  const line = text.normalize("NFKC").trim();
  const unwanted = NONE.test(line) ? { which: "all" as const } : findFilesUnwanted(text, facts);
  if (unwanted === undefined) return undefined;
  const card = carrierMeant(dialog, unwanted);
  if (card !== undefined) {
    const files = withoutMeant(card.files ?? [], unwanted.which);
    if (files === undefined) return say(dialog, { kind: "file.which-off", count: card.files?.length ?? 0 });
    return card.at === "report"
      ? present(dialog, { ...card, files }, facts, card)
      : showSuggestion(dialog, { ...card, files }, false);
  }
  const waiting = freshFiles(dialog, at, facts);
  const isNamed = unwanted.number !== undefined || unwanted.like !== undefined;
  if (waiting.length > 0 && !isNamed) return offWaiting(dialog, waiting, unwanted.which);
  // 不要照片 where there are none is no order about what was filed.
  const { speaker } = facts;
  if (NONE.test(line) || speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  return ask(dialog, { do: "file.take-off", ...unwanted });
}

function offWaiting(dialog: Dialog, waiting: readonly AttachmentRef[], which: FilesMeant): Turn {
  const files = withoutMeant(waiting, which);
  if (files === undefined) return say(dialog, { kind: "file.which-off", count: waiting.length });
  if (files.length === 0) return say(settled(dialog), { kind: "file.let-go" });
  const gone = waiting.filter((one) => !files.includes(one)).map((one) => one.id);
  return say(withoutFiles(dialog, gone), { kind: "file.kept", count: files.length });
}

function carrierMeant(dialog: Dialog, { number, like }: FilesUnwanted) {
  const pending = inFocus(dialog);
  if (pending === undefined || !isCarrier(pending) || (pending.files ?? []).length === 0) return undefined;
  if (number !== undefined) return undefined;
  return like === undefined || (pending.at === "report" && isOfCard(pending, like)) ? pending : undefined;
}

// What stays; undefined where one of several is meant, and which was not said, or one that is not there.
function withoutMeant(
  files: readonly AttachmentRef[],
  which: FilesMeant,
): readonly AttachmentRef[] | undefined {
  if (which === "all") return [];
  if (which === "unsaid") return files.length > 1 ? undefined : [];
  if (which === "last") return files.slice(0, -1);
  return which.nth > files.length ? undefined : files.filter((_, at) => at !== which.nth - 1);
}

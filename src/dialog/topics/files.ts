import type { Facts } from "#src/domain/facts.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Dialog, Pending, ReportCard, SureCard, Turn } from "../dialog.ts";
import { handInFiles } from "../handing-in.ts";
import { toThing } from "../open-thing.ts";
import { ask, focus, inFocus, say } from "../turns.ts";
import { freshFiles, together, waitingFiles } from "./held-files.ts";
import { hearWorkbook } from "./workbook.ts";

type Moment = { readonly messageId: number; readonly at: Date };

/** A card that files can lie on. */
type Carrier = { readonly files?: readonly AttachmentRef[] };

/** True for what files can lie on: what a message is must be known first, and until then its files wait. */
export const isCarrier = (pending: Pending): pending is Extract<Pending, { at: "report" | "suggestion" }> =>
  (pending.at === "report" && !isAskedWhat(pending)) || pending.at === "suggestion";

const isAskedWhat = ({ questions }: ReportCard): boolean => questions.some((one) => one.field === "intent");

/**
 * Files without a word: onto the card in view, or with others that are asked about; else the house knows whether they
 * may belong to what was filed last. Until somebody says what they are of, they wait.
 */
export function hearFiles(
  dialog: Dialog,
  come: readonly AttachmentRef[],
  moment: Moment,
  facts: Facts,
): Turn {
  const pending = inFocus(dialog);
  const named = handInFiles(dialog, come, moment.at) ?? hearWorkbook(dialog, come, moment.messageId, facts);
  if (named !== undefined) return named;
  if (pending !== undefined && isCarrier(pending)) {
    const whose = askWhoseFiles(dialog, pending, come, moment, facts);
    if (whose !== undefined) return whose;
    const { files, left } = together(pending.files ?? [], come, facts);
    const asked = pending.at === "report" && pending.questions.length > 0;
    return say(focus(dialog, { ...pending, files }), {
      kind: "file.on-card",
      count: files.length,
      left,
      asked,
      on: toThing(pending.at === "report" ? { ...pending, questions: [] } : pending),
    });
  }
  const { files, left } = together(freshFiles(dialog, moment.at, facts), come, facts);
  const next = { ...dialog, held: { files, at: moment.at.getTime() } };
  if (pending?.at === "sure" && pending.question.kind === "sure.attach")
    return say(focus(next, askedAbout(pending, files)), {
      kind: "file.on-card",
      count: files.length,
      left,
      asked: false,
    });
  return ask(next, { do: "file.attach", messageId: moment.messageId, files: files.map((one) => one.id) });
}

// The card that came back behind a receipt may be meant, and so may what was filed just now.
function askWhoseFiles(
  dialog: Dialog,
  card: Extract<Pending, { at: "report" | "suggestion" }>,
  come: readonly AttachmentRef[],
  { at }: Moment,
  facts: Facts,
): Turn | undefined {
  const filed = dialog.filed?.find((number) => number.startsWith("履"));
  if (filed === undefined || dialog.recalled !== card.card) return undefined;
  const { files, left } = together(freshFiles(dialog, at, facts), come, facts);
  const held = { files, at: at.getTime() };
  return say(
    { ...dialog, held },
    { kind: "file.whose", count: files.length, left, number: filed, on: toThing(card) },
  );
}

function askedAbout(card: SureCard, files: readonly AttachmentRef[]): SureCard {
  const { request, question } = card;
  if (request.do !== "file.attach" || question.kind !== "sure.attach") return card;
  return {
    ...card,
    request: { ...request, files: files.map((one) => one.id) },
    question: { ...question, count: files.length },
  };
}

/** Files that come with words: onto the card in view, or beside it for the card that the words make. */
export function bringFiles(
  dialog: Dialog,
  come: readonly AttachmentRef[],
  moment: Moment,
  facts: Facts,
): Dialog {
  const pending = inFocus(dialog);
  const { files } = together(
    pending !== undefined && isCarrier(pending)
      ? (pending.files ?? [])
      : freshFiles(dialog, moment.at, facts),
    come,
    facts,
  );
  return pending !== undefined && isCarrier(pending)
    ? focus(dialog, { ...pending, files })
    : { ...dialog, held: { files, at: moment.at.getTime() } };
}

/** The files that lie on some cards. */
export const filesOn = (pending: readonly Pending[]): readonly AttachmentRef[] =>
  pending.flatMap((one) => (one.at === "report" || one.at === "suggestion" ? (one.files ?? []) : []));

/** What the words left lying is said to be kept, so that nobody thinks it was taken. */
export function minded(turn: Turn): Turn {
  const count = turn.next.held?.files.length ?? 0;
  const isTold = turn.replies.some((one) => one.kind === "report.dropped");
  if (turn.request !== undefined || count === 0 || isTold) return turn;
  return { ...turn, replies: [...turn.replies, { kind: "file.kept", count }] };
}

/** A card of which it is said at last what it is, with the files that waited for that. */
export const withWaiting = (dialog: Dialog, card: ReportCard, moment: Moment, facts: Facts): ReportCard =>
  isAskedWhat(card) ? { ...card, files: waitingFiles(dialog, card.files ?? [], moment.at, facts) } : card;

/** The turn after such a card was answered: where it took the files, they wait no more. */
export const afterAnswer = (turn: Turn, asked: ReportCard): Turn =>
  isAskedWhat(asked) && hasTaken(turn, asked.messageId) ? { ...turn, next: settled(turn.next) } : turn;

/** True where a message's own words took its files: a card was made of them, or something was handed in. */
export const hasTaken = ({ next, request }: Turn, messageId: number): boolean =>
  request?.do === "obligation.submit" ||
  request?.do === "workbook.read" ||
  next.pending.some((one) => isCarrier(one) && one.messageId === messageId);

/** Files that were taken are asked about no more. */
export function settled(dialog: Dialog): Dialog {
  if (dialog.held === undefined) return dialog;
  const pending = dialog.pending.filter((one) => one.at !== "sure" || one.question.kind !== "sure.attach");
  return { ...withoutHeld(dialog), pending };
}

function withoutHeld(dialog: Dialog): Dialog {
  const { held: _, ...rest } = dialog;
  return rest;
}

/** Files of which only their ids are known: what they are called is told where they are shown, not on a card. */
export const toFiles = (ids: readonly string[]): readonly AttachmentRef[] =>
  ids.map((id) => ({ id, name: "", type: "" }));

/** The ids of a card's files, for the request that files it. */
export const filesOf = ({ files = [] }: Carrier): { readonly files?: readonly string[] } =>
  files.length === 0 ? {} : { files: files.map((one) => one.id) };

import type { Facts } from "#src/domain/facts.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Dialog, HeldFiles, Pending } from "../dialog.ts";

/** Files with others, each once, as many as one thing can have, and how many found no room. */
export const together = (
  had: readonly AttachmentRef[],
  come: readonly AttachmentRef[],
  { policy }: Facts,
): { readonly files: readonly AttachmentRef[]; readonly left: number } => {
  const all = [...new Map([...had, ...come].map((one) => [one.id, one])).values()];
  const files = all.slice(0, policy.records.most_files);
  return { files, left: all.length - files.length };
};

/** What came lately without a sentence of its own. */
export function freshFiles(
  { held }: { readonly held?: HeldFiles },
  at: Date,
  { policy }: Facts,
): readonly AttachmentRef[] {
  const oldest = at.getTime() - policy.records.files_wait_minutes * 60_000;
  return held === undefined || held.at < oldest ? [] : held.files;
}

/** What a new card takes with it: what waited, and what has come with its words. */
export const waitingFiles = (
  dialog: Dialog,
  come: readonly AttachmentRef[],
  at: Date,
  facts: Facts,
): readonly AttachmentRef[] => together(freshFiles(dialog, at, facts), come, facts).files;

/** Files whose card was given up wait for the next sentence, with what waits already. */
export function holding(dialog: Dialog, files: readonly AttachmentRef[], at: Date, facts: Facts): Dialog {
  if (files.length === 0) return dialog;
  const held = together(freshFiles(dialog, at, facts), files, facts).files;
  return { ...dialog, held: { files: held, at: at.getTime() } };
}

/** Forgets files that have found their place: they wait no more, are asked about no more and lie on no card. */
export function withoutFiles(dialog: Dialog, ids: readonly string[]): Dialog {
  const isLeft = (one: AttachmentRef): boolean => !ids.includes(one.id);
  const isAsked = (one: Pending): boolean => one.at === "sure" && one.question.kind === "sure.attach";
  const pending = dialog.pending
    .filter((one) => !isAsked(one))
    .map((one) =>
      (one.at === "report" || one.at === "suggestion") && one.files !== undefined
        ? { ...one, files: one.files.filter(isLeft) }
        : one,
    );
  const { held, ...rest } = dialog;
  const files = held?.files.filter(isLeft) ?? [];
  return held === undefined || files.length === 0
    ? { ...rest, pending }
    : { ...rest, pending, held: { ...held, files } };
}

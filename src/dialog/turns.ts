import type { Request } from "#src/domain/request.ts";
import type { Reply } from "#src/text/reply.ts";
import type { Dialog, Pending, Turn } from "./dialog.ts";

/** How many unfinished things a conversation keeps; the oldest gives way. */
export const MOST_PENDING = 5;

/** Stays where it is and says something. */
export const say = (dialog: Dialog, ...replies: readonly Reply[]): Turn => ({ next: dialog, replies });

/** Asks the house for something before saying more. */
export const ask = (dialog: Dialog, request: Request): Turn => ({ next: dialog, replies: [], request });

/** Brings something unfinished into focus, in place of its older version if there is one. */
export const focus = (dialog: Dialog, pending: Pending): Dialog => ({
  ...withoutRecalled(dialog, pending.card),
  pending: [...dialog.pending.filter((one) => one.card !== pending.card), pending].slice(-MOST_PENDING),
});

// What had its turn in between makes the other one news again.
function withoutRecalled(dialog: Dialog, focused: string): Dialog {
  const { recalled, mentioned: _, ...rest } = dialog;
  return recalled === focused ? dialog : rest;
}

/** Keeps in mind that something unfinished came back in full. */
export const recalling = (dialog: Dialog, card: string): Dialog => ({ ...dialog, recalled: card });

/** Forgets something unfinished. */
export const without = (dialog: Dialog, card: string): Dialog => ({
  ...dialog,
  pending: dialog.pending.filter((one) => one.card !== card),
});

/** What is in focus, if anything is. */
export const inFocus = (dialog: Dialog): Pending | undefined =>
  dialog.pending.findLast((one) => !isLetGo(one));

const isLetGo = (pending: Pending): boolean => pending.at === "report" && pending.letGo === true;

/** The unfinished thing that a card belongs to. */
export const findPending = (dialog: Dialog, card: string): Pending | undefined =>
  dialog.pending.find((one) => one.card === card);

import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Pending, Turn } from "./dialog.ts";
import { toThing } from "./open-thing.ts";
import { showDraft } from "./topics/present-draft.ts";
import { showLeave } from "./topics/leave.ts";
import { showMandate } from "./topics/mandate.ts";
import { present, view } from "./topics/report.ts";
import { showSession } from "./topics/session.ts";
import { showSuggestion } from "./topics/suggestion.ts";
import { showSure } from "./topics/sure.ts";
import { showWhose } from "./topics/whose.ts";
import { focus, inFocus, recalling, say } from "./turns.ts";

/** What was said about another topic, and after it what had to wait: once in full, from then on in one line. */
export function followedByOpen(turn: Turn, waiting: Pending, facts: Facts): Turn {
  const back =
    turn.next.recalled === waiting.card || isLong(waiting) || isBehindAnother(turn, waiting)
      ? mention(turn.next, waiting)
      : showOpen(turn.next, waiting, facts);
  return { ...back, replies: [...turn.replies, ...back.replies] };
}

/** After another topic was served at once, the card that had to wait comes back. */
export function comingBack(turn: Turn, before: Dialog, facts: Facts): Turn {
  const waiting = inFocus(before);
  const served = turn.request === undefined && turn.next === before;
  if (waiting === undefined || !served) return turn;
  return followedByOpen(turn, waiting, facts);
}

// The same yes said once more must not do what another card asks: that one comes back when it is asked for.
const isBehindAnother = ({ replies }: Turn, waiting: Pending): boolean =>
  waiting.at === "sure" && replies.some((one) => DONE.test(one.kind));
const DONE = /\.answer$/u;

// A whole list that is to be verified is not put behind every answer.
const isLong = (waiting: Pending): boolean =>
  waiting.at === "sure" && waiting.question.kind === "sure.verify";

/** Once something was dropped, what waits behind it comes into view: a second 不记了 is about nothing unseen. */
export function afterDropping(turn: Turn, facts: Facts): Turn {
  const waiting = inFocus(turn.next);
  const last = turn.replies.at(-1)?.kind;
  if (waiting === undefined || turn.request !== undefined || last?.endsWith(".dropped") !== true) return turn;
  const { length: count } = turn.next.pending;
  const several = count > 1 ? [{ kind: "open.several", count } as const] : [];
  return followedByOpen({ ...turn, replies: [...turn.replies, ...several] }, waiting, facts);
}

/** What was said, in a conversation that was begun elsewhere and goes on here: what is open there is shown. */
export function goOn(turn: Turn, begun: Dialog, facts: Facts): Turn {
  const waiting = inFocus(begun);
  if (waiting === undefined) return { ...turn, next: begun };
  const back = showOpen(begun, waiting, facts);
  return { ...back, replies: [...turn.replies, ...back.replies] };
}

/** Shows what is open in full. */
export function showOpen(dialog: Dialog, pending: Pending, facts: Facts): Turn {
  const turn = inFull(dialog, pending, facts);
  return { ...turn, next: { ...recalling(turn.next, pending.card), mentioned: 0 } };
}

function inFull(dialog: Dialog, pending: Pending, facts: Facts): Turn {
  if (pending.at === "mandate") return showMandate(dialog, pending);
  if (pending.at === "leave") return showLeave(dialog, pending);
  if (pending.at === "activity") return showDraft(dialog, pending, facts);
  if (pending.at === "session") return showSession(dialog, pending);
  if (pending.at === "sure") return showSure(dialog, pending, true);
  if (pending.at === "suggestion") return showSuggestion(dialog, pending, true);
  if (pending.whose !== undefined) return showWhose(dialog, pending);
  if (pending.questions.length > 0) return present(dialog, pending, facts);
  return say(focus(dialog, pending), { kind: "report.card", again: true, ...view(pending, facts) });
}

/** So often something open is mentioned behind other answers; then it waits in silence for 看卡片 or a yes. */
const MOST_MENTIONS = 3;

function mention(dialog: Dialog, waiting: Pending): Turn {
  const { mentioned = 0 } = dialog;
  if (mentioned >= MOST_MENTIONS) return say(dialog);
  return remind({ ...dialog, mentioned: mentioned + 1 }, waiting);
}

// A wish for leave that nobody completes is let go instead.
const remind = (dialog: Dialog, pending: Pending): Turn =>
  pending.at === "leave"
    ? showLeave(dialog, pending)
    : say(dialog, { kind: "open.waits", thing: toThing(pending) });

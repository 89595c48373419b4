import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { MOST_PENDING } from "../turns.ts";
import { filesOn } from "./files.ts";
import { holding, waitingFiles } from "./held-files.ts";

/**
 * A turn whose new card pushed the oldest one out: what lay on that waits for the next sentence, and that is told ahead
 * of all else. `dialog` is where it stood before.
 */
export function keepingPushedOut(dialog: Dialog, turn: Turn, at: Date, facts: Facts): Turn {
  const [oldest] = dialog.pending;
  const isOut =
    oldest !== undefined &&
    dialog.pending.length === MOST_PENDING &&
    turn.next.pending.length === MOST_PENDING &&
    turn.next.pending.every((one) => one.card !== oldest.card);
  const files = isOut ? filesOn([oldest]) : [];
  if (files.length === 0) return turn;
  const next = holding(turn.next, files, at, facts);
  const count = waitingFiles(next, [], at, facts).length;
  return { ...turn, next, replies: [{ kind: "file.pushed-out", count }, ...turn.replies] };
}

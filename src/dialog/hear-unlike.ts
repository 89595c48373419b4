import type { Facts } from "#src/domain/facts.ts";
import type { AttachmentOutcome } from "#src/domain/requests/attachment.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { hearIntent } from "./intents.ts";
import { readWell } from "./read-well.ts";
import { isCaption } from "./topics/file-words.ts";
import { hasTaken, settled } from "./topics/files.ts";
import { freshFiles } from "./topics/held-files.ts";
import { ask, say } from "./turns.ts";

/**
 * What becomes of files that were said to be of something that nobody filed: words that report it are that report, with
 * the files on it; else they wait, and it is said.
 */
export function hearUnlike(
  dialog: Dialog,
  { count, messageId, words: text }: Extract<AttachmentOutcome, { of: "file.unlike" }>,
  facts: Facts,
): Turn {
  const files = freshFiles(dialog, facts.now, facts);
  const said = { text, messageId, at: facts.now, files };
  const read = readWell(said, facts);
  if (read.reports.length + read.opinions.length > 0 && !read.ask.includes("intent")) {
    const turn = hearIntent(dialog, read, said, facts);
    return hasTaken(turn, messageId) ? { ...turn, next: settled(turn.next) } : turn;
  }
  if (isCaption(text))
    return ask(dialog, { do: "file.attach", messageId, files: files.map((one) => one.id) });
  return say(dialog, { kind: "file.unlike", count });
}

import { showOpen } from "../coming-back.ts";
import { filesOn } from "../topics/files.ts";
import { holding, waitingFiles } from "../topics/held-files.ts";
import { inFocus, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const look: Command = (dialog, _rest, _said, facts) => {
  const waiting = inFocus(dialog);
  return waiting === undefined
    ? say(dialog, { kind: "help.nothing-open" })
    : showOpen(dialog, waiting, facts);
};

// 都不要了: several cards wait, one behind the other, and none of them is wanted.
const dropAll: Command = (dialog, _rest, { at }, facts) => {
  const { pending } = dialog;
  if (pending.length === 0) return say(dialog, { kind: "help.nothing-open" });
  const next = holding({ ...dialog, pending: [] }, filesOn(pending), at, facts);
  const files = waitingFiles(next, [], at, facts).length;
  return say(next, { kind: "open.all-dropped", count: pending.length, ...(files === 0 ? {} : { files }) });
};

/** Another look at what waits for an answer. */
export const OPEN_COMMANDS: Commands = {
  看卡片: look,
  卡片: look,
  再看卡片: look,
  看看卡片: look,
  ...Object.fromEntries(
    "都不要了 都不记了 都不要 都不记 全都不要了 全都不记了 全不要了 全不记了 全部不要 全部不记 统统不要了"
      .split(" ")
      .map((words) => [words, dropAll]),
  ),
};

import { showOpen } from "../coming-back.ts";
import { inFocus, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const look: Command = (dialog, _rest, _said, facts) => {
  const waiting = inFocus(dialog);
  return waiting === undefined
    ? say(dialog, { kind: "help.nothing-open" })
    : showOpen(dialog, waiting, facts);
};

/** Another look at what waits for an answer. */
export const OPEN_COMMANDS: Commands = {
  看卡片: look,
  卡片: look,
  再看卡片: look,
  看看卡片: look,
};

import { readAsked } from "../read-asked.ts";
import { basisOf } from "../topics/figures.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const make: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAsked(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(dialog, {
    do: "certificate.make",
    messageId: said.messageId,
    basis: basisOf(asked, facts),
  });
};

/** Papers for employers. */
export const CERTIFICATE_COMMANDS: Commands = { 履职证明: make, 开履职证明: make, 开证明: make };

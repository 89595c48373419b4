import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "../card.ts";
import { hearCosigning } from "../topics/suggestion.ts";
import { hearWithdrawal } from "../topics/withdrawal.ts";
import { hearOnBehalf } from "../topics/whose.ts";
import type { Command, Commands } from "./command.ts";

/** Takes back the card in view, or what the rest of the line means. */
export const withdraw: Command = (dialog, rest, _said, facts) => hearWithdrawal(dialog, rest, facts);

/** Reports for a deputy whom the speaker looks after. */
export const onBehalf: Command = (dialog, rest, said, facts) => hearOnBehalf(dialog, rest, said, facts);

const cosign: Command = (dialog, rest, said, facts) => {
  const read = understand(`附议${rest}`, readingContext(facts, said.at));
  return hearCosigning(dialog, read.suggestion ?? { title: rest }, said);
};

/** Taking back, and reporting on somebody's behalf. */
export const REPORT_COMMANDS: Commands = {
  撤销: withdraw,
  撤回: withdraw,
  "/undo": withdraw,
  代报: onBehalf,
  附议: cosign,
};

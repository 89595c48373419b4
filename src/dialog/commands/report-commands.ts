import { understand } from "#src/understanding/understand.ts";
import { isStaff } from "../audience.ts";
import { readingContext, toCard } from "../card.ts";
import { view } from "../topics/report.ts";
import { hearCosigning } from "../topics/suggestion.ts";
import { hearWithdrawal } from "../topics/withdrawal.ts";
import { focus, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

/** Takes back the card in view, or what the rest of the line means. */
export const withdraw: Command = (dialog, rest, _said, facts) => hearWithdrawal(dialog, rest, facts);

const onBehalf: Command = (dialog, rest, said, facts) => {
  if (!isStaff(facts.speaker)) return say(dialog, { kind: "help.refused", why: "staff-only" });
  const [name = "", ...words] = rest.split(/[\s,,::]+/u);
  const text = words.join(",");
  const read = understand(text, readingContext(facts, said.at));
  if (name === "" || read.reports.length === 0)
    return say(dialog, { kind: "report.refused", why: "no-such-person" });
  const card = toCard({ ...read, onBehalf: name }, said.messageId, text);
  return say(focus(dialog, card), { kind: "report.card", ...view(card, facts) });
};

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

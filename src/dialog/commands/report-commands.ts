import { understand } from "#src/understanding/understand.ts";
import { isStaff } from "../audience.ts";
import { readingContext, toCard } from "../card.ts";
import { view } from "../topics/report.ts";
import { ask, focus, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const NUMBER = /(?:履|意|建|活)-\d{4}-\d+/u;

const withdraw: Command = (dialog, rest) => {
  const number = NUMBER.exec(rest)?.[0];
  return ask(dialog, { do: "report.withdraw", ...(number === undefined ? {} : { number }) });
};

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

/** Taking back, and reporting on somebody's behalf. */
export const REPORT_COMMANDS: Commands = {
  撤销: withdraw,
  撤回: withdraw,
  "/undo": withdraw,
  代报: onBehalf,
};

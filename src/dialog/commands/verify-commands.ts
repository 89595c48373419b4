import { readAsked } from "../read-asked.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { basisOf } from "../topics/figures.ts";
import { ask, inFocus, say, without } from "../turns.ts";
import type { Command, Commands } from "./command.ts";
import { sendReportBack } from "./obligation-commands.ts";

const verify: Command = (dialog, rest, said, facts) => {
  const numbers = numbersIn(rest, "履");
  if (numbers.length > 0) return ask(dialog, { do: "verify.mark", numbers });
  const { asked, unread } = readAsked(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "verify.refused", why: "not-read" });
  const basis = basisOf(asked, facts);
  return ask(dialog, { do: "verify.list", messageId: said.messageId, basis });
};

const giveBack: Command = (dialog, rest, _said, facts) => {
  const number = numbersIn(rest, "履")[0];
  const report = number === undefined ? sendReportBack(dialog, rest, facts) : undefined;
  if (report !== undefined) return report;
  if (number === undefined) return say(dialog, { kind: "verify.refused", why: "no-number" });
  const reason = withoutNumbers(rest).replace(/^[\s,,::。]*(?:理由|因为|原因)?[\s,,::]*/u, "");
  return ask(dialog, { do: "verify.return", number, reason, ask: true });
};

// Said of a list that is in view it is the yes to it: only what was shown is verified.
const verifyAll: Command = (dialog, rest, said, facts) => {
  const pending = inFocus(dialog);
  return pending?.at === "sure" && pending.question.kind === "sure.verify" && rest === ""
    ? ask(without(dialog, pending.card), pending.request)
    : verify(dialog, rest, said, facts);
};

/** Verifying records and sending them back. */
export const VERIFY_COMMANDS: Commands = {
  核实: verify,
  待核实: verify,
  全部核实: verifyAll,
  退回: giveBack,
};

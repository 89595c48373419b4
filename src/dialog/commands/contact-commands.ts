import { numbersIn } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const contact: Command = (dialog, rest, { messageId }) => {
  const number = numbersIn(rest, "意")[0];
  if (number === undefined) return say(dialog, { kind: "contact.refused", why: "no-number" });
  return ask(dialog, { do: "contact.read", number, whole: false, messageId });
};

/** How to reach the resident whom an opinion comes from. */
export const CONTACT_COMMANDS: Commands = { 联系方式: contact, 联系群众: contact };

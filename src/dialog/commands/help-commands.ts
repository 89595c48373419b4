import { audienceOf } from "../audience.ts";
import { say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const help: Command = (dialog, _rest, _said, facts) =>
  say(dialog, { kind: "help.menu", audience: audienceOf(facts) });

/** Help and the notice of privacy. */
export const HELP_COMMANDS: Commands = {
  帮助: help,
  菜单: help,
  help,
  "/help": help,
  "/start": help,
  怎么用: help,
  隐私: (dialog) => say(dialog, { kind: "help.privacy" }),
};

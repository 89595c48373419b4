import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext, toCard } from "./card.ts";
import { audienceOf } from "./audience.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { type Said, view } from "./topics/report.ts";
import { ask, focus, say } from "./turns.ts";

/** What a command word does with the rest of the line. */
type Command = (dialog: Dialog, rest: string, said: Said, facts: Facts) => Turn;

const NUMBER = /(?:履|意|建|活)-\d{4}-\d+/u;

const help: Command = (dialog, _rest, _said, facts) =>
  say(dialog, { kind: "help.menu", audience: audienceOf(facts.speaker) });

const withdraw: Command = (dialog, rest) => {
  const number = NUMBER.exec(rest)?.[0];
  return ask(dialog, { do: "report.withdraw", ...(number === undefined ? {} : { number }) });
};

const onBehalf: Command = (dialog, rest, said, facts) => {
  const [name = "", ...words] = rest.split(/[\s,,::]+/u);
  const text = words.join(",");
  const read = understand(text, readingContext(facts, said.at));
  if (name === "" || read.reports.length === 0)
    return say(dialog, { kind: "report.refused", why: "no-such-person" });
  const card = toCard({ ...read, onBehalf: name }, said.messageId, text);
  return say(focus(dialog, card), { kind: "report.card", ...view(card, facts) });
};

const COMMANDS: Readonly<Record<string, Command>> = {
  帮助: help,
  菜单: help,
  help,
  "/help": help,
  "/start": help,
  怎么用: help,
  撤销: withdraw,
  撤回: withdraw,
  "/undo": withdraw,
  代报: onBehalf,
  隐私: (dialog) => say(dialog, { kind: "help.privacy" }),
};

/** What a line that begins with a command word does; undefined where the first word is no command. */
export function findCommand(text: string): { readonly run: Command; readonly rest: string } | undefined {
  const [first = ""] = text.trim().split(/[\s,,::]+/u, 1);
  const run = COMMANDS[first.toLowerCase()];
  return run === undefined
    ? undefined
    : {
        run,
        rest: text
          .trim()
          .slice(first.length)
          .replace(/^[\s,,::]+/u, ""),
      };
}

import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { Said } from "../topics/report.ts";

/** What a command word does with the rest of the line. */
export type Command = (dialog: Dialog, rest: string, said: Said, facts: Facts) => Turn;

/** Command words with what they do. Words are small letters; the rest of the line is the command's own. */
export type Commands = Readonly<Record<string, Command>>;

import { type Command, misused } from "./command.ts";

const notYet = (usage: string, does: string): Command => ({
  usage,
  does: `${does} (not yet)`,
  run: () => Promise.reject(misused("This command does not exist yet; nothing was changed.")),
});

/** Commands whose names are given and whose work is still to come. */
export const NOT_YET: Readonly<Record<string, Command>> = {
  codes: notYet("", "makes posters with codes"),
  archive: notYet("NAME YEAR", "writes a deputy's yearly file"),
};

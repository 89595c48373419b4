import { type Command, misused } from "./command.ts";

const notYet = (usage: string, does: string): Command => ({
  usage,
  does: `${does} (not yet)`,
  run: () => Promise.reject(misused("This command does not exist yet; nothing was changed.")),
});

/** Commands whose names are given and whose work is still to come. */
export const NOT_YET: Readonly<Record<string, Command>> = {
  "import-roster": notYet("FILE.xlsx", "takes a roster over"),
  invite: notYet("NAME…|--all", "makes codes for deputies and staff"),
  revoke: notYet("NAME", "takes somebody's accounts and codes away"),
  backup: notYet("FILE", "writes an encrypted copy of everything"),
  restore: notYet("FILE", "puts such a copy into an empty database"),
  "rotate-key": notYet("", "encrypts everything anew with another key"),
  codes: notYet("", "makes posters with codes"),
  archive: notYet("NAME YEAR", "writes a deputy's yearly file"),
};

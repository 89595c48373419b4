import { Fault } from "#src/kernel/fault.ts";

/** To look, to ask, or to make the changes of the look that printed this mark. */
export type Go = "look" | "ask" | { readonly seen: string };

/** The go that the options of a command say: none, `--dry-run` or `--yes=MARK`; undefined where they say neither. */
export function findGo(options: readonly string[]): Go | undefined {
  const [option, ...more] = options;
  if (more.length > 0) return undefined;
  if (option === undefined) return "ask";
  if (option === "--dry-run") return "look";
  const seen = /^--yes=([\w-]+)$/u.exec(option)?.[1];
  return seen === undefined ? undefined : { seen };
}

/** Whether this go is one to just what was looked at under this mark. */
export const isGoFor = (go: Go, mark: string): boolean => typeof go === "object" && go.seen === mark;

/** What an operator adds so that just what is shown under this mark is made; `more` is what it takes besides. */
export const toMake = (mark: string, more = ""): string => `To make these changes, add --yes=${mark}${more}.`;

/** Ends a command that was given no go to what is on file now: `told` says in short what it would do. */
export function refuseUnseen(go: Go, mark: string, told: string, more = ""): Fault {
  const why =
    typeof go === "object" ? `: this is not what the look with ${go.seen} showed. Now it is` : " yet:";
  return new Fault("command.failed", `Nothing was changed${why} ${told}. ${toMake(mark, more)}`);
}

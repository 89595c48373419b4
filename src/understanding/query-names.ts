import { readFileSync } from "node:fs";
import { QUERY_NAMES, type QueryName } from "./understanding.ts";

/** What is asked: the first that fits wins. `own` holds for questions about oneself, `theirs` for the staff's. */
export type Asked = {
  readonly name: QueryName;
  readonly whose: "own" | "theirs" | "any";
  readonly pattern: RegExp;
};

type Way = Omit<Asked, "pattern"> & { readonly pattern: string };

// name, whose, pattern: one way of asking a line, in the order in which they are tried.
const WAYS: readonly Way[] = readFileSync(new URL("./words/asked.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [name = "", whose = "", pattern = ""] = line.split("\t");
    return { name: toName(name), whose: toWhose(whose), pattern };
  });

/** All questions. Ways of asking the same that stand together are tried at once: that is faster than one by one. */
export const ASKED: readonly Asked[] = together(WAYS).map(([{ name, whose }, patterns]) => ({
  name,
  whose,
  pattern: new RegExp(patterns.join("|"), "u"),
}));

function together(ways: readonly Way[]): (readonly [Way, string[]])[] {
  const groups: (readonly [Way, string[]])[] = [];
  for (const way of ways) {
    const [first, patterns] = groups.at(-1) ?? [];
    if (first?.name === way.name && first.whose === way.whose) patterns?.push(way.pattern);
    else groups.push([way, [way.pattern]]);
  }
  return groups;
}

function toName(text: string): QueryName {
  const name = QUERY_NAMES.find((one) => one === text);
  if (name === undefined) throw new TypeError(`no question is called ${text}`);
  return name;
}

function toWhose(text: string): Asked["whose"] {
  if (text === "own" || text === "theirs" || text === "any") return text;
  throw new TypeError(`a question is own, theirs or any, not ${text}`);
}

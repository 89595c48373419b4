import { readFileSync } from "node:fs";
import { normalise } from "./normalise.ts";

/** A row of the table of danger is a name and what is said; "=name" rows stand for themselves in the others. */
const ROWS: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL("./words/danger.tsv", import.meta.url), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [name = "", said = ""] = line.split("\t");
      return said === "" ? [] : [[name, said.trim().split(" ").join("|")] as const];
    }),
);

const NOTHING = "(?!)";

/** The pattern of a row, as its source; one that matches nothing where there is no such row. */
export const dangerSource = (name: string): string =>
  (ROWS.get(name) ?? NOTHING).replaceAll(/<(\w+)>/gu, (_, inner: string) => ROWS.get(`=${inner}`) ?? NOTHING);

const LOOKALIKES = new RegExp(dangerSource("-"), "gu");
/** Whoever cries for help is short; what is longer is looked at so far. */
const LONGEST = 500;

/** What somebody says as it is looked at for danger: every mark a comma, words that only look like danger blanked. */
export const toPlain = (said: string): string =>
  normalise(said.slice(0, LONGEST))
    .trim()
    .replace(/[\s;!?:、~]+|(?<=[一-龥])[.]/gu, ",")
    .replace(LOOKALIKES, "□");

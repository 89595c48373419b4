import { readFileSync } from "node:fs";
import { DANGER_KINDS, type DangerKind } from "#src/domain/danger-kind.ts";
import { type Guarded, guarded } from "./guarded.ts";
import { normalise } from "./normalise.ts";

// A row is a name and what is said; "=name" rows stand for themselves in the others, and "kind!" holds in any case.
const ROWS = new Map<string, string>();
for (const line of readFileSync(new URL("./words/danger.tsv", import.meta.url), "utf8").split("\n")) {
  const [name = "", said = ""] = line.split("\t");
  if (said !== "") ROWS.set(name, said.trim().split(" ").join("|"));
}

const NOTHING = "(?!)";
const source = (name: string): string =>
  (ROWS.get(name) ?? NOTHING).replaceAll(/<(\w+)>/gu, (_, inner: string) => ROWS.get(`=${inner}`) ?? NOTHING);
const pattern = (name: string): Guarded => guarded(new RegExp(source(name), "u"));

type Kind = { readonly kind: DangerKind; readonly said: Guarded; readonly surely: Guarded };
const KINDS: readonly Kind[] = DANGER_KINDS.map((kind) => ({
  kind,
  said: pattern(kind),
  surely: pattern(`${kind}!`),
}));

const LOOKALIKES = new RegExp(source("-"), "gu");
const [VOID, OVER, PAST, BENEFIT, WISH, NOW] = ["void", "over", "past", "benefit", "wish", "now"].map(
  pattern,
);
// 没人处理 is no deed, and 请协调 asks for one.
const DEED = new RegExp(`(?<!没人|没有人|没得人|不|没|快来|请|快|谁|来人)(?:${source("deed")})`, "u");

/** Whoever cries for help is short; what is longer is looked at so far. */
const LONGEST = 500;

/**
 * What danger to somebody's life a message tells of, now and not dealt with: 我家着火了, 有人掉河里了. Undefined for an
 * exercise, a deed of duty, old news, a wish, a benefit, what is over, and for words that only look like it. Pure,
 * never throws.
 */
export function findDanger(said: string): DangerKind | undefined {
  const text = plain(said);
  if (VOID?.test(text)) return undefined;
  const goesOn = NOW?.test(text) === true;
  if (!goesOn && OVER?.test(text)) return undefined;
  const surely = KINDS.find((one) => one.surely.test(text))?.kind;
  if (!goesOn && (PAST?.test(text) || BENEFIT?.test(text))) return surely;
  const now = clausesOf(text)
    .filter((clause) => !WISH?.test(clause) && (goesOn || !DEED.test(clause)))
    .join("");
  const told = KINDS.find((one) => one.said.test(now))?.kind;
  // The kinds stand in the order in which they are answered.
  return DANGER_KINDS.find((kind) => kind === surely || kind === told);
}

/**
 * The stretch of a deputy's report that tells of danger which nobody has dealt with, in its own words: what follows the
 * deed, or what is about to happen. Undefined where the deed was about it: 石板村着火,我赶去参与救火.
 */
export function findDangerBeside(said: string): string | undefined {
  if (findDanger(said) === undefined) return undefined;
  const clauses = clausesOf(normalise(said).trim());
  const rest = clauses.slice(clauses.findLastIndex((clause) => DEED.test(clause)) + 1).join("");
  if (findDanger(rest) !== undefined) return rest;
  const sure = clauses.find((clause) => KINDS.some((one) => one.surely.test(plain(clause))));
  return sure?.replace(SEEN, "");
}

const SEEN = /^.*?(?:发现|看到|看见|反映|听说|得知)(?:了|的)?/u;
const clausesOf = (text: string): string[] => text.split(/(?<=[,。;])/u);

const plain = (said: string): string =>
  normalise(said.slice(0, LONGEST))
    .trim()
    .replace(/[\s;!?:、~]+|(?<=[一-龥])[.]/gu, ",")
    .replace(LOOKALIKES, "□");

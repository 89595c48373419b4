import { readFileSync } from "node:fs";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import { longestRun, toRuns } from "./runs.ts";

type Cue = { readonly kind: DutyKind; readonly weight: number };

// kind, then words with weights: what a deed of that kind is told with, where its name is not said.
const CUES = new Map<string, Cue[]>();
for (const line of readFileSync(new URL("./words/cues.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")) {
  const [kind = "", words = ""] = line.split("\t");
  if (!isDutyKind(kind)) continue;
  for (const [, word = "", weight = "1"] of words.matchAll(/(\S+?)(\d)(?= |$)/gu))
    CUES.set(word, [...(CUES.get(word) ?? []), { kind, weight: Number(weight) }]);
}
const SAID = [...CUES.values()];
const WORDS = toRuns([...CUES.keys()]);

/** The kind a deed is most likely of, and how sure that is (0 to 1). */
export type GuessedKind = { readonly kind: DutyKind; readonly confidence: number };

/** What kind of duty a deed told in plain words is; undefined where no word tells. Linear in the length. */
export function guessKind(text: string): GuessedKind | undefined {
  const points = new Map<DutyKind, number>();
  for (let from = 0; from < text.length; from += 1) {
    const word = longestRun(text, from, WORDS);
    if (word === undefined) continue;
    for (const { kind, weight } of SAID[word.number] ?? [])
      points.set(kind, (points.get(kind) ?? 0) + weight);
    from += word.length - 1;
  }
  const [best, second] = [...points].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const [kind, most] = best;
  return { kind, confidence: most / (most + (second?.[1] ?? 0) * 1.5 + 3) };
}

import { END, START } from "./anchor-sets.ts";
import { CLASS_COUNT, classOf, toClass } from "./char-classes.ts";

/** True for a character, by its code, that may stand at an edge of a text; NaN is what stands beyond it. */
export type Edge = (code: number) => boolean;

// Patterns share one number for each character, a bit a pattern.
const BITS = 32;
let table = new Uint32Array(CLASS_COUNT);
let used = 0;

/** Makes characters ready that a pattern needs at an edge of a text. START or END among them: it may be empty. */
export function toEdge(characters: ReadonlySet<string>): Edge {
  if (used === BITS) {
    table = new Uint32Array(CLASS_COUNT);
    used = 0;
  }
  const own = table;
  const bit = 1 << used;
  used += 1;
  for (const character of characters) {
    const nth = character === START || character === END ? 0 : toClass(character);
    own[nth] = (own[nth] ?? 0) | bit;
  }
  return (code) => ((own[classOf(code | 0)] ?? 0) & bit) !== 0;
}

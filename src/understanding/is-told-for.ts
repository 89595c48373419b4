import { listNames } from "./known-names.ts";
import { toCanon } from "./sense/canon.ts";
import { senseBehalf } from "./sense/sense.ts";
import type { ReadingContext } from "./understanding.ts";

/** From this on what somebody is told to have done may be meant to be entered for him. */
const LIKELY = 0.9;

/** True where a message names a deputy and is more likely told for him than about him. */
export const isToldFor = (text: string, { people, places }: ReadingContext): boolean =>
  listNames(text, people).length > 0 && senseBehalf(toCanon(text, people, places)) >= LIKELY;

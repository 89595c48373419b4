import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { miscountedIn } from "./miscounted.ts";
import { correctsSeveral, readCorrection } from "./read-correction.ts";
import { swapped } from "./swapped.ts";
import { uncountedIn } from "./uncounted.ts";

/**
 * A change that its words leave no doubt of, whatever else the whole of them is like: an amount taken out, so many more
 * or fewer, several things that are each put right. Undefined for all else.
 */
export const amendsPlainly = (
  { text, at }: { readonly text: string; readonly at: Date },
  facts: Facts,
): Amendment | undefined =>
  uncountedIn(text) ??
  miscountedIn(text) ??
  swapped(text.normalize("NFKC").trim(), facts, at)?.amendment ??
  (correctsSeveral(text, facts, at) ? readCorrection(text, facts, at) : undefined);

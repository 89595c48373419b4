import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { readFiling } from "./read-filing.ts";

/** What words call a record that was filed, by its day, kind or place; undefined where they name none of these. */
export function recordLike(which: string, facts: Facts): FilingLike | undefined {
  const meant = readFiling(which, facts);
  if (!("like" in meant)) return undefined;
  const { from, kind, place } = meant.like;
  return from === undefined && kind === undefined && place === undefined
    ? undefined
    : { ...meant.like, of: "record" };
}

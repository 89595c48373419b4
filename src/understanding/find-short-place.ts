import { everywhere } from "./guarded.ts";
import type { FoundPlace } from "./places.ts";

// 宣讲代表法。云锦。1场: a known place without its last word, where it stands for itself.
const LAST_WORD = /(?:社区|街道|村|镇|乡|小区)$/u;
const SHORT = new WeakMap<readonly string[], ReadonlySet<string>>();

function shortOf(places: readonly string[]): ReadonlySet<string> {
  const kept = SHORT.get(places);
  if (kept !== undefined) return kept;
  const short = new Set(
    places
      .filter((one) => LAST_WORD.test(one))
      .map((one) => one.replace(LAST_WORD, ""))
      .filter((one) => one.length > 1),
  );
  SHORT.set(places, short);
  return short;
}

const APART = everywhere(/(?<![^\s,。;:])[^\s,。;:]{2,6}(?![^\s,。;:])/gu);
const ONLY_IN = /^(?:[在去到]|地点)?(?<place>.+)$/u;

/** A known place without its last word, where it stands for itself: 云锦 for 云锦社区; undefined where none does. Linear. */
export function findShortPlace(text: string, places: readonly string[]): FoundPlace | undefined {
  const short = shortOf(places);
  if (short.size === 0) return undefined;
  for (const { 0: words, index } of APART.list(text)) {
    const place = ONLY_IN.exec(words)?.groups?.["place"];
    if (place !== undefined && short.has(place)) return { place, index: index + words.length - place.length };
  }
  return undefined;
}

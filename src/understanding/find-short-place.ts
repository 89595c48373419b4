import { everywhere, guarded } from "./guarded.ts";
import { listNames, type NameAt } from "./known-names.ts";
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

const NAMES = new WeakMap<ReadonlySet<string>, readonly string[]>();

function namesOf(short: ReadonlySet<string>): readonly string[] {
  const kept = NAMES.get(short);
  if (kept !== undefined) return kept;
  const names = [...short];
  NAMES.set(short, names);
  return names;
}

// 在云锦走访, 云锦这边: what stands around the name of a place.
const TO = guarded(/(?:[在到去赴往回从于]|走访了?|慰问了?|看望了?)(?<![关由对等属]于)$/u);
const HERE = guarded(
  /^(?:这边|那边|这[里头]|那[里头]|这一?[块带片]|那一?[块带片]|一带|片区|走访|的(?:群众|村民|居民|老乡|老百姓|乡亲)|(?:走|跑|看)?了?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})户)/u,
);
// 去云锦走了六户: and no longer name begins so.
const ENDS = guarded(
  /^(?:[,。;\s的了]|$|走|看|开|参加|接|慰|调|视|值|宣|给|和|跟|同|与|听|收|把|帮|搞|发|问|\d|[一二两三四五六七八九十]+[户人名])/u,
);
// 高坪到云顶全是坑: the way between two.
const ON_TO = /^[到至]$/u;

function inPassing(text: string, found: readonly NameAt[]): FoundPlace | undefined {
  for (const [nth, { name, index }] of found.entries()) {
    const next = found[nth + 1];
    const end = index + name.length;
    if (next !== undefined && ON_TO.test(text.slice(end, next.index)))
      return { place: text.slice(index, next.index + next.name.length), index };
    const after = text.slice(end);
    const isMeant = TO.test(text.slice(Math.max(0, index - 4), index)) && ENDS.test(after);
    if (HERE.test(after) || isMeant) return { place: name, index };
  }
  return undefined;
}

/** A known place without its last word, where it stands for itself or for a place: 云锦 for 云锦社区; undefined where none does. Linear. */
export function findShortPlace(text: string, places: readonly string[]): FoundPlace | undefined {
  const short = shortOf(places);
  if (short.size === 0) return undefined;
  const found = listNames(text, namesOf(short));
  if (found.length === 0) return undefined;
  for (const { 0: words, index } of APART.list(text)) {
    const place = ONLY_IN.exec(words)?.groups?.["place"];
    if (place !== undefined && short.has(place)) return { place, index: index + words.length - place.length };
  }
  return inPassing(text, found);
}

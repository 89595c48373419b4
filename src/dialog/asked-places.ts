import type { Facts } from "#src/domain/facts.ts";
import { isTown } from "#src/domain/is-town.ts";
import { findVillages } from "./find-villages.ts";

type Found = { readonly name: string; readonly from: number; readonly to: number };

const ANY_TOWN = "[一-鿿]{1,5}?(?<!本|全|各|按|每)(?:镇|乡|街道)";
const AND = "(?:和|与|跟|同|及|以及|、|,)";
// A part of a place that no register knows: no whole is passed off as it.
const PART =
  /^(?:(?:人大)?(?:代表)?第?[一二三四五六七八九十\d]{1,2})?(?:人大)?(?:代表)?(?:小组(?!活动|学习)|联络[站室]|工作站)/u;
// 黄连村四组: a group of a village is less than the village.
const GROUP = /^(?:的)?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:村民|居民)?小?组/u;
const IS_VILLAGE = /(?:村|社区)$/u;
const LINK = new RegExp(`^${AND}`, "u");
// One character that stands in no name for each of a name that was found.
const TAKEN = "□";

/**
 * The places that a question names, by their whole names in the order of the words. 羊昌镇黄连村 is the village alone.
 * A village, and a town that is named beside another, is there, known or not: the house says whether there is one.
 */
export const askedPlaces = (words: string, facts: Pick<Facts, "places">): readonly string[] => [
  ...new Set(placesIn(words.normalize("NFKC"), facts).map(({ name }) => name)),
];

/** The same as they stand in the words: of 黄连村二组和三组 the second is 三组. */
export function saidPlaces(words: string, facts: Pick<Facts, "places">): readonly string[] {
  const text = words.normalize("NFKC");
  return placesIn(text, facts).map(({ from, to }) => text.slice(from, to));
}

function placesIn(text: string, { places }: Pick<Facts, "places">): readonly Found[] {
  const known = findKnown(text, places);
  const left = withoutKnown(text, known);
  const all = [...known, ...findBeside(left), ...villagesIn(left)].sort(
    (one, other) => one.from - other.from,
  );
  return all.filter((one, at) => !isOnlyWhere(one, all[at + 1], text));
}

function findKnown(text: string, places: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  let left = text;
  for (const name of places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length))
    for (let at = left.indexOf(name); at >= 0; at = left.indexOf(name)) {
      const parts = partsBehind({ name, from: at, to: at + name.length }, left, partOf(name));
      const to = parts.at(-1)?.to ?? at;
      found.push(...parts);
      left = left.slice(0, at) + TAKEN.repeat(to - at) + left.slice(to);
    }
  return found;
}

const NOTHING = /(?!)/u;
const partOf = (name: string): RegExp => (isTown(name) ? PART : IS_VILLAGE.test(name) ? GROUP : NOTHING);

const BESIDE = new RegExp(
  `(?<after>(?<=${TAKEN}${AND})${ANY_TOWN})|(?<before>${ANY_TOWN}(?=${AND}${TAKEN}))|(?<one>${ANY_TOWN})(?=${AND}${ANY_TOWN})|(?<other>(?<=(?:镇|乡|街道)${AND})${ANY_TOWN})|(?<word>(?<=${TAKEN}\\s)${ANY_TOWN}(?=\\s|$))`,
  "gu",
);
const COMMAND = /^(?:统计|导出|未报|缺席|意见)/u;

const withoutKnown = (text: string, known: readonly Found[]): string =>
  known.reduce((rest, { from, to }) => rest.slice(0, from) + TAKEN.repeat(to - from) + rest.slice(to), text);

const villagesIn = (left: string): readonly Found[] =>
  findVillages(left).flatMap(({ name, index }) =>
    partsBehind({ name, from: index, to: index + name.length }, left, GROUP),
  );

// 黄连村二组和三组: the place less what is named behind it, and each other part of it; the place itself where there is none.
function partsBehind(place: Found, text: string, part: RegExp): readonly Found[] {
  const first = part.exec(text.slice(place.to))?.[0] ?? "";
  const found = [{ ...place, name: place.name + first.replace(/^的/u, ""), to: place.to + first.length }];
  if (first === "" || part !== GROUP) return found;
  for (let to = place.to + first.length; ;) {
    const link = LINK.exec(text.slice(to))?.[0] ?? "";
    const other = link === "" ? undefined : GROUP.exec(text.slice(to + link.length))?.[0];
    if (other === undefined) return found;
    const from = to + link.length;
    to = from + other.length;
    found.push({ name: place.name + other.replace(/^的/u, ""), from, to });
  }
}

function findBeside(left: string): readonly Found[] {
  return Array.from(left.matchAll(BESIDE), ({ 0: said, index }) => {
    const name = said.replace(COMMAND, "");
    return { name, from: index, to: index + said.length };
  });
}

// The town before a village or a station says only where that is.
const isOnlyWhere = ({ name, to }: Found, next: Found | undefined, text: string): boolean =>
  next !== undefined &&
  isTown(name) &&
  !isTown(next.name) &&
  /^(?:的|人大)?\s*$/u.test(text.slice(to, next.from));

// 羊昌村 and 羊昌中学 are called after the town, and are not it.
const OTHER = /^(?!小组|站(?=[今去本上这前二\d]|的|走访|接待|一共|总共|都|$))[镇乡村组街路社站室桥坝寨中小]/u;
// 东风站 is the station of the town.
const withStation = (behind: string): string => (behind.startsWith("站") ? `联络${behind}` : behind);

/** The same words with the whole names of towns that are called by less: 羊昌今年 is 羊昌镇今年. */
export function withWholeNames(words: string, { places }: Pick<Facts, "places">): string {
  const towns = places.filter(isTown);
  return towns.reduce((text, town) => {
    const short = town.replace(/(?:[一-鿿]{2}族)?(?:镇|乡|街道)$/u, "");
    if (short.length < 2 || !text.includes(short) || text.includes(town)) return text;
    if (towns.some((other) => other !== town && other.startsWith(short))) return text;
    return withWhole(text, short, town);
  }, words.normalize("NFKC"));
}

function withWhole(text: string, short: string, town: string): string {
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const behind = text.slice(at + short.length);
    if (!OTHER.test(behind)) return text.slice(0, at) + town + withStation(behind);
  }
  return text;
}

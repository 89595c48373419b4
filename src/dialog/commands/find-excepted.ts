import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { nthNamed } from "../nth-named.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";

const NTH = /第\s?(?<nth>[\d一二三四五六七八九十]{1,2})\s?[条个次份项]?/gu;
const SOFT = /^(?:[、,和与跟及的条\s]|还有|以及|代表|同志|那|这|记录|履职|[一两几][个位]?|人)*$/u;

/** Whose records and which ones are left out of what is verified. */
export type Excepted = { readonly people: readonly string[]; readonly numbers: readonly string[] };

/**
 * What staff leave out: 李明和王芳, 第二条和第五条 of what was listed, a number. Undefined where a word of it is neither, for
 * what was to be left out would be verified with the rest.
 */
export function findExcepted(
  some: string,
  listed: readonly string[],
  { people: known }: Pick<Facts, "people">,
): Excepted | undefined {
  const places = [...some.matchAll(NTH)].map(({ groups }) => nthNamed(`第${groups?.["nth"] ?? ""}条`));
  const atPlaces = places.map((place) => (place === undefined ? undefined : listed[place - 1]));
  const meant = atPlaces.filter((number) => number?.startsWith("履") === true);
  if (meant.length < places.length) return undefined;
  const people = findNames(some, known);
  const numbers = [
    ...numbersIn(some, "履"),
    ...meant.filter((number): number is string => number !== undefined),
  ];
  const bare = people.reduce((left, name) => left.replaceAll(name, ""), withoutNumbers(some));
  const isAll = SOFT.test(bare.replace(NTH, "")) && people.length + numbers.length > 0;
  return isAll ? { people, numbers: [...new Set(numbers)] } : undefined;
}

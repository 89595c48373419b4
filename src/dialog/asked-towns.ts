import { parseNumber } from "#src/understanding/numbers.ts";

/** All townships at once, in the words for them, and how many were said to be there. */
export type AskedTowns = { readonly text: string; readonly count?: number };

const TOWNS =
  /[这那]?(?:(?<![一-鿿]第)(?<n>[两二三四五六七八九十]{1,3}|\d{1,2})个?|(?:几|各|所有|全部|每)(?:一)?(?:的|个)?)(?:镇街|乡镇|街镇|街道|镇|乡)(?![一-鿿]?(?:长|级|政府|党委|办|干部|里的|人大))(?:一起|都)?/u;

/** 两个镇, 全部镇街, 各乡镇: all that the asker looks after, and no place of that name. Undefined without such words. */
export function findTowns(words: string): AskedTowns | undefined {
  const found = TOWNS.exec(words.normalize("NFKC"));
  if (found === null) return undefined;
  const count = parseNumber(found.groups?.["n"] ?? "")?.value;
  return { text: found[0], ...(count === undefined ? {} : { count }) };
}

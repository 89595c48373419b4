const DIGITS = "一二三四五六七八九十";
const NTH = /第\s?(?<nth>[\d一二三四五六七八九十]{1,2})\s?(?:条|个|次|份|项)/u;

/** The place in a list that words name, from 1: 第二条; undefined where they name none. */
export function nthNamed(words: string): number | undefined {
  const said = NTH.exec(words.normalize("NFKC"))?.groups?.["nth"];
  if (said === undefined) return undefined;
  const place = /\d/u.test(said) ? Number(said) : DIGITS.indexOf(said) + 1;
  return place > 0 ? place : undefined;
}

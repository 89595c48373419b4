import { everywhere } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";

const FIRM =
  "(?:企业|公司|工厂|合作社|超市|饭店|餐馆|门店|药店|养殖场|农家乐|个体工商户|个体户|经营户|商户|商家|店铺|门面|铺面|小店)";
const SOME = `(?:${FIRM}(?:共|有)?(?<before>${NUMBER})[户家](?!${FIRM})|(?<after>${NUMBER})[户家]${FIRM}(?!(?:共|有)?${NUMBER}[户家]))`;
const SOME_BARE = SOME.replaceAll(/\?<(?:before|after)>/gu, "?:");
// 企业5家,商户8户: firms of several sorts, told in a row.
const ROW = everywhere(
  new RegExp(
    `(?<!(?:其中|包括|含)[^,。;]{0,6})${SOME_BARE}(?:(?:[,、;和及]|以及|还有|另有)+(?:走访|看|查)?了?${SOME_BARE}){1,5}`,
    "gu",
  ),
);
const EACH = new RegExp(SOME, "gu");

/** Firms and shops that are counted one after the other, as all of them: 企业5家,商户8户 are 13家企业. */
export const firmsInAll = (text: string): string => ROW.replace(text, inAll);

function inAll(words: string): string {
  const told = [...words.matchAll(EACH)].map(({ groups }) =>
    parseNumber(groups?.["before"] ?? groups?.["after"] ?? ""),
  );
  const values = told.map((one) => one?.value ?? Number.NaN);
  const sum = values.reduce((all, one) => all + one, 0);
  if (Number.isNaN(sum)) return words;
  const [whole = 0] = values;
  const rough = told.some((one) => one?.approx === true) ? "约" : "";
  // 企业8家,餐馆3家、超市5家: all of them, and then their parts.
  return `${rough}${values.length > 2 && whole * 2 === sum ? whole : sum}家企业`;
}

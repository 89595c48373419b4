import { numbersIn, withoutNumbers } from "./spoken-number.ts";
import { bare } from "./words.ts";

const RIGHT =
  "(?:(?:是|都)?(?:对|没错|属实|正确)(?:的|头)?|是的?|是我(?:去|做)?的?|有的?|去了|认|确认|没(?:有)?(?:问题|记错))";
const WRONG =
  "(?:不(?:对|是|属实|认|算)|不是我(?:去|做)?的?|没(?:有)?(?:去|做|参加|这(?:回|个)?事|的事)|(?:[记弄搞写登]?错)|有误)";
const END = "(?:的|了|啊|哈|吧|嘛|哦|呀|嘞)*$";
const SOME =
  "(?:[这那]|上面|您|你们?|帮我|给我|替我|记|代报|的)*(?:[几两二三四五六\\d])?(?:条|个|次|件|项)?(?:代报|记录)?(?:我)?";
const ALL_RIGHT = new RegExp(`^${SOME}(?:全部?都?|都|统统)${RIGHT}${END}`, "u");
const ALL_WRONG = new RegExp(`^${SOME}(?:全部?都?|都|统统|一[条个次件]都|哪[条个次件]都)${WRONG}${END}`, "u");
const NONE_OF_IT = /^(?:都|全)不是的?$/u;

/**
 * What a line says of all that staff entered: true for 都对, false for 都不对. `plain` where it can be of nothing else that is
 * offered; undefined for all else.
 */
export function verdictOnAll(text: string): { readonly right: boolean; readonly plain: boolean } | undefined {
  const line = bare(text);
  if (ALL_WRONG.test(line))
    return { right: false, plain: !NONE_OF_IT.test(line) && !/没去|没做|没参加/u.test(line) };
  return ALL_RIGHT.test(line) ? { right: true, plain: true } : undefined;
}

const DIGITS = "一二三四五六七八九";
const NTH = "第?[一二三四五六七八九\\d](?:条|个|次|件)?";
const OF_SOME = new RegExp(
  `^(?:只有|就)?(?<nths>${NTH}(?:(?:和|跟|与|、)?${NTH})*)(?:是|都|也|才)?(?:(?<right>${RIGHT})|(?<wrong>${WRONG}))${END}`,
  "u",
);
const OF_REST = new RegExp(
  `^(?:其[他余它]|别|剩下?|另外(?:那?[一几两三])?)(?:的)?(?:那?[一几两三])?(?:条|个|次|件)?(?:都|是|也)*(?:(?<right>${RIGHT})|(?<wrong>${WRONG}))${END}`,
  "u",
);

/**
 * What a line says of each of several records that are asked about together, by their numbers: 第一条对,第二条不对; 第二条不对,
 * 其他都对. Undefined where any of its words say something else, or a place that there is none at.
 */
export function verdictsOnEach(
  text: string,
  numbers: readonly string[],
): ReadonlyMap<string, boolean> | undefined {
  const clauses = text
    .normalize("NFKC")
    .replace(/(?<=[对错实是认的了])(?=第[一二三四五六七八九\d]条)/gu, ",")
    .split(/[,;。!\s]+/u)
    .filter((one) => one !== "");
  const said = new Map<string, boolean>();
  for (const clause of clauses) {
    const named = numbersIn(clause, "履");
    const words =
      named.length > 0 ? `第一条${withoutNumbers(clause).replace(/[\s、和跟与]+/gu, "")}` : clause;
    const { nths, right } = OF_SOME.exec(words)?.groups ?? {};
    const rest = OF_REST.exec(words)?.groups;
    if (rest !== undefined) {
      for (const one of numbers) if (!said.has(one)) said.set(one, rest["right"] !== undefined);
      continue;
    }
    if (nths === undefined || !/第|条/u.test(nths)) return undefined;
    const meant = named.length > 0 ? named : placesIn(nths).map((place) => numbers[place - 1]);
    for (const one of meant) {
      if (one === undefined) return undefined;
      said.set(one, right !== undefined);
    }
  }
  return said.size === 0 ? undefined : said;
}

const placesIn = (words: string): number[] =>
  [...words.matchAll(/[一二三四五六七八九\d]/gu)].map(([one]) => DIGITS.indexOf(one) + 1 || Number(one));

/** True for a line that gives its word on records by their places, however many there are. */
export const givesVerdicts = (text: string): boolean =>
  verdictsOnEach(
    text,
    Array.from({ length: 9 }, (_, at) => String(at)),
  ) !== undefined;

import { type Day, yearOf } from "#src/domain/day.ts";

const YEAR = "(?:20)?\\d{2}";
const LIST = new RegExp(
  `(?<![\\d.月日号])(?<years>${YEAR}年?(?:\\s*(?:、|,|和|与|跟|及|到|至|-|~)\\s*${YEAR}年?)+)(?<=年)(?!第?[一二三四1-4]季|\\d|[上下]半年|[底初末])|(?<![\\d.月日号])(?<counted>${YEAR}年?(?:(?:、|,|和)${YEAR}年?)+)(?:这)?[两三四五]年`,
  "u",
);
/** How far back anybody asks. */
const OLDEST = 30;

/** The years that words name one beside the other, in their order (25年和26年, 26、27、28三年), and those words; none where they do not. */
export function findYears(
  line: string,
  today: Day,
): { readonly years: readonly number[]; readonly words: string } {
  const found = LIST.exec(line);
  const list = found?.groups?.["years"] ?? found?.groups?.["counted"] ?? "";
  const years = (list.match(/\d+/gu) ?? []).map((one) =>
    one.length === 2 ? CENTURY + Number(one) : Number(one),
  );
  const isMeant = years.every((year) => year <= yearOf(today) + 1 && year > yearOf(today) - OLDEST);
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  return isMeant && sorted.length > 1 ? { years: sorted, words: found?.[0] ?? "" } : { years: [], words: "" };
}

const CENTURY = 2000;

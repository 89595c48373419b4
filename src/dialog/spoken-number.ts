/** The letters that numbers begin with, and how many digits they are written with. */
const WIDTHS = { 履: 5, 活: 3, 意: 4, 建: 3 } as const;

/** The letter of a number: a duty record, an activity, an opinion or a suggestion. */
export type NumberLetter = keyof typeof WIDTHS;

const DASH = "[\\s\\-\\u2010-\\u2015\\u2212_~]*";
const NUMBER = new RegExp(
  `(?<letter>[履活意建])${DASH}(?<year>20\\d{2})${DASH}(?<place>\\d{1,6})(?!\\d)`,
  "gu",
);

/** Numbers that people say to each other, as they are stored, each once: 履2026-12 is 履-2026-00012. */
export function numbersIn(text: string, ...letters: readonly NumberLetter[]): string[] {
  const found = [...text.normalize("NFKC").matchAll(NUMBER)].flatMap(({ groups }) => {
    const letter = toLetter(groups?.["letter"]);
    if (letter === undefined || (letters.length > 0 && !letters.includes(letter))) return [];
    const place = String(Number(groups?.["place"])).padStart(WIDTHS[letter], "0");
    return [`${letter}-${groups?.["year"] ?? ""}-${place}`];
  });
  return [...new Set(found)];
}

const toLetter = (said: string | undefined): NumberLetter | undefined =>
  said !== undefined && isLetter(said) ? said : undefined;

const isLetter = (said: string): said is NumberLetter => Object.hasOwn(WIDTHS, said);

/** What is left of a text without its numbers. */
export const withoutNumbers = (text: string): string =>
  text.normalize("NFKC").replace(NUMBER, " ").replace(/\s+/gu, " ").trim();

// 活-003, 活003, 003号活动: an activity of this year, as people who see its whole number every day call it.
const SHORT =
  /(?<![\u4e00-\u9fff])活[\s\-\u2010-\u2015]*(?<place>0\d{2})(?![\d年月日元块])|(?<!\d)(?<other>0\d{2})号(?=活动|会|那|[,\s\u3002]|$)/gu;

// 履00001, 履1, 第1号记录, 00001号那条: a record of this year. 1号记录 by itself may be of the first of the month.
// 滨河路45号记录群众意见2条: what was done at a house.
const IS_NOUN = "(?![了到下过仪着群意诉选居村])";
const SHORT_RECORD = new RegExp(
  `履${DASH}(?!20\\d{2}${DASH}\\d)(?<short>\\d{1,6})(?!\\d)(?:号)?(?:履职)?(?:记录)?|第\\s?(?<nth>\\d{1,5})号(?:履职)?记录${IS_NOUN}|(?<![一-鿿\\d])(?<long>3[2-9]|[4-9]\\d|\\d{3,4})号(?:履职)?记录${IS_NOUN}|(?:(?:编号|记录)(?:是|为)?(?<told>0\\d{4})(?!\\d)(?:号)?|(?<![一-鿿\\d-])(?<padded>0\\d{4})号?(?=的?(?:履职)?记录|的?[那这]一?[条次个]|号))(?:的)?(?:履职)?(?:记录)?`,
  "gu",
);

/** A text with the numbers of activities and records written out that are said without their year. */
export const writtenOut = (text: string, year: number): string =>
  text
    .replace(
      SHORT,
      (_, place: string | undefined, other: string | undefined) =>
        `活-${String(year)}-${place ?? other ?? ""} `,
    )
    .replace(SHORT_RECORD, (_, ...found: readonly unknown[]) => {
      const place = found.slice(0, 5).find((one) => typeof one === "string") ?? "";
      return `履-${String(year)}-${place.padStart(5, "0")} `;
    });

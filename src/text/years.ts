import type { Day } from "#src/domain/day.ts";

// One private character stands for a year until a message is put into words: only then is it known which year it is.
// As one character it counts as one where words are counted or cut short. Behind the mark of `soon.ts`.
const BASE = 0xe000;
const LAST = 6399;
const MARK = /[\ue001-\uf8ff]/gu;

/** The year of a day, to be printed where it is not the year in which the message is said. */
export function yearMark(day: Day): string {
  const year = Number(day.slice(0, 4));
  return year < 1 || year > LAST ? `${year}年` : String.fromCodePoint(BASE + year);
}

/** How many characters words may have when they are said, with every year in them. */
export const printedLength = (text: string): number => text.length + YEAR * (text.match(MARK)?.length ?? 0);

// "2026年" for the one character that stands for it.
const YEAR = 4;

/** The words with the years in them; without a day of their own (a table, a paper) every date has its year. */
export const withYears = (text: string, today: Day | null): string =>
  text.replaceAll(MARK, (mark) => {
    const year = (mark.codePointAt(0) ?? BASE) - BASE;
    return today !== null && Number(today.slice(0, 4)) === year ? "" : `${year}年`;
  });

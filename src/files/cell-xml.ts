import { isDay, toDayNumber } from "#src/domain/day.ts";
import type { SheetColumn } from "#src/domain/sheet.ts";
import { heldByXml } from "./held-by-xml.ts";
import { neutralised } from "./neutralised.ts";
import { toPlainXml } from "./plain-xml.ts";

/** Places in the list of looks of `workbook-parts.ts`. */
export const LOOKS = { plain: 0, day: 1, head: 2 } as const;

/** 1 January 1970 in the days that spreadsheets count (ECMA-376, 18.17.4.1: the 1900 date base). */
const EPOCH = 25_569;
/** What a cell may hold at most (ECMA-376, 18.3.1.53 and every program that reads it). */
const LONGEST = 32_767;

/** Words as a cell or the list of what is said often holds them: never a formula. */
export function toWordsXml(text: string): string {
  // What XML drops is dropped first: else a sign behind it would begin the cell after all.
  const plain = toPlainXml(neutralised(heldByXml(text)).slice(0, LONGEST));
  return `<t${EDGES.test(plain) ? ' xml:space="preserve"' : ""}>${plain}</t>`;
}

/** The rest of a cell behind its reference: words that stand in it. */
export const toTextRest = (text: string, look: number = LOOKS.plain): string =>
  `"${toLook(look)} t="inlineStr"><is>${toWordsXml(text)}</is></c>`;

/** The same for words that stand in the list of what is said often, at this place. */
export const toPlaceRest = (place: number): string => `" t="s"><v>${place}</v></c>`;

const EDGES = /^\s|\s$|[\t\r\n]/u;
const toLook = (look: number): string => (look === LOOKS.plain ? "" : ` s="${look}"`);

/**
 * The rest of a value's cell behind its reference, as its column has it and `toRest` writes words; empty where there is
 * no value.
 */
export function toCellRest(column: SheetColumn, value: string, toRest: (words: string) => string): string {
  switch (column.as) {
    case "number":
      return A_NUMBER.test(value) ? toNumberRest(value, LOOKS.plain) : toRestOf(value, toRest);
    case "day":
      return isDay(value)
        ? toNumberRest(String(toDayNumber(value) + EPOCH), LOOKS.day)
        : toRestOf(value, toRest);
    case "named":
      return toRestOf(column.names[value] ?? value, toRest);
    case "amounts":
      return toRestOf(toAmounts(value, column.names), toRest);
    case "text":
      return toRestOf(value, toRest);
  }
}

const A_NUMBER = /^-?\d+(?:\.\d+)?$/u;

const toNumberRest = (value: string, look: number): string => `"${toLook(look)}><v>${value}</v></c>`;

const toRestOf = (words: string, toRest: (words: string) => string): string =>
  words === "" ? "" : toRest(words);

function toAmounts(value: string, names: Readonly<Record<string, string>>): string {
  if (value === "") return "";
  const counts: Readonly<Record<string, number>> = JSON.parse(value);
  return Object.keys(names)
    .flatMap((unit) => {
      const n = counts[unit];
      return n === undefined ? [] : [`${n}${names[unit] ?? ""}`];
    })
    .join("、");
}

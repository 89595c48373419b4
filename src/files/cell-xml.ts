import { isDay, toDayNumber } from "#src/domain/day.ts";
import type { SheetColumn, SheetValue } from "#src/domain/sheet.ts";
import { heldByXml } from "./held-by-xml.ts";
import { neutralised } from "./neutralised.ts";
import { toPlainXml } from "./plain-xml.ts";

/** Places in the list of looks of `workbook-parts.ts`. */
export const LOOKS = { plain: 0, day: 1, head: 2 } as const;

/** 1 January 1970 in the days that spreadsheets count (ECMA-376, 18.17.4.1: the 1900 date base). */
const EPOCH = 25_569;
/** What a cell may hold at most (ECMA-376, 18.3.1.53 and every program that reads it). */
const LONGEST = 32_767;

/** The rest of a cell behind its reference: text, which is never a formula. */
export function toTextRest(text: string, look: number = LOOKS.plain): string {
  // What XML drops is dropped first: else a sign behind it would begin the cell after all.
  const plain = toPlainXml(neutralised(heldByXml(text)).slice(0, LONGEST));
  const kept = EDGES.test(plain) ? ' xml:space="preserve"' : "";
  return `"${toLook(look)} t="inlineStr"><is><t${kept}>${plain}</t></is></c>`;
}

const EDGES = /^\s|\s$|[\t\r\n]/u;
const toLook = (look: number): string => (look === LOOKS.plain ? "" : ` s="${look}"`);

/** The rest of a value's cell behind its reference, as its column has it; empty where there is no value. */
export function toCellRest(column: SheetColumn, value: SheetValue | undefined): string {
  if (value === null || value === undefined) return "";
  const plain = toScalar(column, value);
  if (typeof plain === "number")
    return Number.isFinite(plain)
      ? `"${toLook(column.as === "day" ? LOOKS.day : LOOKS.plain)}><v>${plain}</v></c>`
      : "";
  return plain === "" ? "" : toTextRest(plain);
}

function toScalar(column: SheetColumn, value: Exclude<SheetValue, null>): string | number {
  if (typeof value === "object") return toAmounts(value, "names" in column ? column.names : {});
  switch (column.as) {
    case "number":
      return typeof value === "number" ? value : String(value);
    case "day":
      return typeof value === "string" && isDay(value) ? toDayNumber(value) + EPOCH : String(value);
    case "named":
      return column.names[String(value)] ?? String(value);
    case "text":
    case "amounts":
      return String(value);
  }
}

const toAmounts = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>) =>
  Object.keys(names)
    .flatMap((unit) => {
      const n = counts[unit];
      return n === undefined ? [] : [`${n}${names[unit] ?? ""}`];
    })
    .join("、");

import { BETWEEN_VALUES, type SheetColumn, type SheetPlan } from "#src/domain/sheet.ts";
import { LOOKS, toCellRest, toPlaceRest, toTextRest } from "./cell-xml.ts";
import { createPacker, type Packed, type Packer } from "./packer.ts";
import { createSaidOften, type SaidOften } from "./said-often.ts";
import { SHEET_HEAD, SHEET_PAGE, toWorkbookParts } from "./workbook-parts.ts";
import { writeZip } from "./write-zip.ts";

/** A workbook that is written line by line: no sheet is ever whole in memory. */
export type Workbook = {
  /** Begins the next sheet: a frozen bold head, and room to filter. */
  readonly open: (plan: SheetPlan) => void;
  /** Adds lines to it, each with a value for each column (`toSheetLine`). Throws without an open sheet. */
  readonly add: (lines: readonly string[]) => void;
  /** The whole file as xlsx. */
  readonly end: () => Uint8Array;
};

type Done = { readonly name: string; readonly packed: Packed; readonly isLast: boolean };

type Column = { readonly opening: string; readonly toRest: (value: string) => string };

type Open = {
  readonly plan: SheetPlan;
  readonly columns: readonly Column[];
  readonly packer: Packer;
  rows: number;
};

/** Begins a workbook with real numbers and days, and nothing that could run as a formula. */
export function createWorkbook(): Workbook {
  const done: Done[] = [];
  const often = createSaidOften();
  let current: Open | undefined;
  const close = (): void => {
    if (current === undefined) return;
    const { plan, packer, rows } = current;
    packer.add(
      `</sheetData><autoFilter ref="A1:${toLetters(plan.columns.length - 1)}${rows}"/>${SHEET_PAGE}</worksheet>`,
    );
    done.push({ name: plan.name, packed: packer.end(), isLast: plan.isLast === true });
    current = undefined;
  };
  return {
    open: (plan) => {
      close();
      current = openSheet(plan, often);
    },
    add: (lines) => {
      if (current === undefined) throw new TypeError("no sheet is open");
      for (const line of lines) addLine(current, line);
    },
    end: () => {
      close();
      done.sort((a, b) => Number(a.isLast) - Number(b.isLast));
      const sheets = done.map(({ packed }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, packed }));
      return writeZip([
        ...toWorkbookParts(
          done.map((one) => one.name),
          often.entries(),
        ),
        ...sheets,
      ]);
    },
  };
}

function openSheet(plan: SheetPlan, often: SaidOften): Open {
  const columns = plan.columns.map((column, at) => ({
    opening: `<c r="${toLetters(at)}`,
    toRest: remembering(column, often),
  }));
  const packer = createPacker();
  const widths = plan.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = plan.columns.map(
    ({ head: words }, at) => `<c r="${toLetters(at)}1${toTextRest(words, LOOKS.head)}`,
  );
  packer.add(
    `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${head.join("")}</row>`,
  );
  return { plan, columns, packer, rows: 1 };
}

/** So many values of a column are remembered as they are written: most columns say the same few again and again. */
const MOST_REMEMBERED = 2_000;

// A column that says something else in every line is not looked up any more.
function remembering(column: SheetColumn, often: SaidOften): Column["toRest"] {
  const toPlace = (words: string): string => toPlaceRest(often.placeOf(words));
  const known = new Map<string, string>();
  let found = 0;
  return (value) => {
    if (known.size >= MOST_REMEMBERED && found < MOST_REMEMBERED)
      return toCellRest(column, value, toTextRest);
    const kept = known.get(value);
    if (kept !== undefined) {
      found += 1;
      return kept;
    }
    if (known.size >= MOST_REMEMBERED) return toCellRest(column, value, toTextRest);
    const rest = toCellRest(column, value, toPlace);
    known.set(value, rest);
    return rest;
  };
}

function addLine(sheet: Open, line: string): void {
  sheet.rows += 1;
  const row = String(sheet.rows);
  const values = line.split(BETWEEN_VALUES);
  let cells = "";
  for (const [at, { opening, toRest }] of sheet.columns.entries()) {
    const rest = toRest(values[at] ?? "");
    if (rest !== "") cells += `${opening}${row}${rest}`;
  }
  sheet.packer.add(`<row r="${row}">${cells}</row>`);
}

// A to Z, then AA: no sheet of ours is wider.
const toLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;

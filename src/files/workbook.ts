import type { SheetPlan, SheetValue } from "#src/domain/sheet.ts";
import { LOOKS, toCell, toTextCell } from "./cell-xml.ts";
import { createPacker, type Packed, type Packer } from "./packer.ts";
import { SHEET_HEAD, toWorkbookParts } from "./workbook-parts.ts";
import { writeZip } from "./write-zip.ts";

/** A workbook that is written line by line: no sheet is ever whole in memory. */
export type Workbook = {
  /** Begins the next sheet: a frozen bold head, and room to filter. */
  readonly open: (plan: SheetPlan) => void;
  /** Adds lines to it, each a JSON list with a value for each column. Throws without an open sheet. */
  readonly add: (lines: readonly string[]) => void;
  /** The whole file as xlsx. */
  readonly end: () => Uint8Array;
};

type Done = { readonly name: string; readonly packed: Packed; readonly isLast: boolean };

type Open = {
  readonly plan: SheetPlan;
  readonly letters: readonly string[];
  readonly packer: Packer;
  rows: number;
};

/** Begins a workbook with real numbers and days, and nothing that could run as a formula. */
export function createWorkbook(): Workbook {
  const done: Done[] = [];
  let current: Open | undefined;
  const close = (): void => {
    if (current === undefined) return;
    const { plan, letters, packer, rows } = current;
    packer.add(`</sheetData><autoFilter ref="A1:${letters.at(-1) ?? "A"}${rows}"/></worksheet>`);
    done.push({ name: plan.name, packed: packer.end(), isLast: plan.isLast === true });
    current = undefined;
  };
  return {
    open: (plan) => {
      close();
      current = openSheet(plan);
    },
    add: (lines) => {
      if (current === undefined) throw new TypeError("no sheet is open");
      for (const line of lines) addLine(current, line);
    },
    end: () => {
      close();
      done.sort((a, b) => Number(a.isLast) - Number(b.isLast));
      const sheets = done.map(({ packed }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, packed }));
      return writeZip([...toWorkbookParts(done.map((one) => one.name)), ...sheets]);
    },
  };
}

function openSheet(plan: SheetPlan): Open {
  const letters = plan.columns.map((_, at) => toLetters(at));
  const packer = createPacker();
  const widths = plan.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = plan.columns.map(({ head: words }, at) =>
    toTextCell(words, `${letters[at] ?? ""}1`, LOOKS.head),
  );
  packer.add(
    `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${head.join("")}</row>`,
  );
  return { plan, letters, packer, rows: 1 };
}

function addLine(sheet: Open, line: string): void {
  sheet.rows += 1;
  const values: readonly SheetValue[] = JSON.parse(line);
  let cells = "";
  for (const [at, column] of sheet.plan.columns.entries())
    cells += toCell(column, values[at], `${sheet.letters[at] ?? ""}${sheet.rows}`);
  sheet.packer.add(`<row r="${sheet.rows}">${cells}</row>`);
}

// A to Z, then AA: no sheet of ours is wider.
const toLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;

import type { Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listCut } from "#db/queries/figures/cuts.ts";
import { countTally } from "#db/queries/figures/tallies.ts";
import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import type { ExportData, ExportedCut } from "#src/domain/figures/export-data.ts";
import { CUTS, type Cut, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { type FigurePeriod, yearBefore } from "#src/domain/figures/figure-period.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { type Frame, resolveFrame } from "./frame.ts";
import { NOTHING, namedFor, withNamedLines } from "./named-lines.ts";

const EVERY_LINE = { limit: 100_000, offset: 0 };

/** The figures of a table without their divisions. */
export type ExportTotals = Omit<ExportData, "cuts">;

/** What may go into a table, and how its divisions are worked out, in the same transaction. */
export type Collected = {
  readonly totals: ExportTotals;
  readonly filter: CountedFilter;
  /** Every way of dividing its figures, beside the year before. */
  readonly divide: () => Promise<ExportedCut[]>;
};

/** What a table is about, and its totals, beside the year before. */
export async function collectExport(
  tx: Tx,
  grant: Grant,
  basis: FigureBasis,
  world: World,
): Promise<Collected | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { filter, subject } = frame;
  const beforePeriod = yearBefore(basis, world.today);
  const tally = await countTally(tx, filter);
  const before = await countTally(tx, { ...filter, ...beforePeriod });
  const units = Object.keys(COUNT_UNITS)
    .filter(isCountUnit)
    .filter((unit) => tally.counts[unit] !== undefined);
  const scope = basis.own === true || grant.scope.length === 0 ? null : grant.scope;
  const totals = { subject, beforePeriod, tally, before, scope, units };
  return { totals, filter, divide: () => collectCuts(tx, frame, beforePeriod) };
}

function collectCuts(tx: Tx, frame: Frame, beforePeriod: FigurePeriod): Promise<ExportedCut[]> {
  const ways = (Object.keys(CUTS) as Cut[]).filter((by) => by !== "kind" || frame.filter.kind === undefined);
  return Promise.all(ways.map((by) => collectCut(tx, frame, beforePeriod, by)));
}

async function collectCut(
  tx: Tx,
  { filter, several }: Frame,
  beforePeriod: FigurePeriod,
  by: Cut,
): Promise<ExportedCut> {
  const found = await listCut(tx, filter, by, EVERY_LINE);
  const lines = withNamedLines(found.lines, namedFor(by, several));
  const old = await listCut(tx, { ...filter, ...beforePeriod }, by, EVERY_LINE);
  const known = new Map(old.lines.map((line) => [by === "month" ? aYearOn(line.key) : line.key, line]));
  const beside = lines.map((line) => ({ ...line, before: known.get(line.key)?.tally ?? null }));
  const keys = new Set(lines.map((line) => line.key));
  // What there was a year ago and is not any more still belongs beside it: else its column would not add up.
  const gone = [...known]
    .filter(([key]) => !keys.has(key))
    .map(([key, { label, tally }]) => ({
      key,
      label: by === "month" ? key.slice(0, 7) : label,
      tally: NOTHING,
      before: tally,
    }));
  return { by, lines: inOrder(by, [...beside, ...gone]) };
}

// Of kinds those with most records stand first, and so what is gone last; months stand in time, all else as registered.
function inOrder(by: Cut, lines: ExportedCut["lines"]): ExportedCut["lines"] {
  if (by === "kind") return lines;
  const place = (key: string): number =>
    key === "" ? Infinity : Number(by === "month" ? key.replaceAll("-", "") : key);
  return lines.toSorted((one, other) => (place(one.key) < place(other.key) ? -1 : 1));
}

// 2025-05-01 stands beside 2026-05-01.
const aYearOn = (month: string): string => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`;

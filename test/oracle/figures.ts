import type { Tally } from "#src/domain/figures/figure-view.ts";

/** A stored record as the oracle sees it. */
export type Row = {
  id: string;
  person: string;
  kind: string;
  day: string;
  place: string | null;
  /** The record that it is a share of, or itself. */
  first?: string;
  /** The organised activity it was made of. */
  activity?: string | null;
  /** First records of colleagues that its deputy said yes to with this one. */
  yes?: string[] | null;
  counts: Record<string, number>;
  state: string;
  entered: boolean;
  acknowledged: boolean;
  filed: string;
  township: string | null;
  grp: string | null;
};

type Asked = {
  readonly from: string;
  readonly to: string;
  readonly waitedSince: Date;
  readonly kind: string | undefined;
  readonly township: number | undefined;
};

/** Counts record by record, as docs/figures.md tells it, without any SQL. */
export function tallyByHand(rows: readonly Row[], asked: Asked): Tally {
  const counted = rows.filter((row) => {
    if (row.state !== "confirmed" && row.state !== "verified") return false;
    if (row.day < asked.from || row.day > asked.to) return false;
    if (asked.kind !== undefined && row.kind !== asked.kind) return false;
    if (asked.township !== undefined && Number(row.township) !== asked.township) return false;
    return !row.entered || row.acknowledged || new Date(row.filed) <= asked.waitedSince;
  });
  const occasions = occasionsOf(counted);
  const counts: Record<string, number> = {};
  for (const together of occasions) {
    const units = new Set(together.flatMap((row) => Object.keys(row.counts)));
    for (const unit of units)
      counts[unit] = (counts[unit] ?? 0) + Math.max(...together.map((row) => row.counts[unit] ?? 0));
  }
  return {
    records: counted.length,
    activities: occasions.length,
    deputies: new Set(counted.map((row) => row.person)).size,
    unconfirmed: counted.filter((row) => row.entered && !row.acknowledged).length,
    counts,
  };
}

/** Records by occasion: each joins every one that it is one with, and all that those are one with. */
function occasionsOf(rows: readonly Row[]): Row[][] {
  const alike = new Map<string, Row[][]>();
  for (const row of rows) {
    const key = [row.kind, row.day, placeOf(row)].join("|");
    const apart: Row[][] = [];
    const joined = [row];
    for (const group of alike.get(key) ?? [])
      if (group.some((other) => isOne(row, other))) joined.push(...group);
      else apart.push(group);
    alike.set(key, [...apart, joined]);
  }
  return [...alike.values()].flat();
}

const placeOf = (row: Row): string =>
  row.activity === undefined || row.activity === null
    ? (row.place?.replaceAll(" ", "") ?? `record ${row.first ?? row.id}`)
    : `activity ${row.activity}`;

// Of one township, one activity, or one record that was shared.
function isOne(row: Row, other: Row): boolean {
  if (row.township === other.township) return true;
  if (row.activity !== undefined && row.activity !== null) return row.activity === other.activity;
  const theirs = namesOf(other);
  return namesOf(row).some((one) => theirs.includes(one));
}

const namesOf = (row: Row): string[] => [row.id, row.first ?? row.id, ...(row.yes ?? [])];

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
  const occasions = new Map<string, Row[]>();
  for (const row of counted) {
    const place = row.place?.replaceAll(" ", "") ?? `record ${row.first ?? row.id}`;
    const key = [row.kind, row.day, row.township, place].join("|");
    occasions.set(key, [...(occasions.get(key) ?? []), row]);
  }
  const counts: Record<string, number> = {};
  for (const together of occasions.values()) {
    const units = new Set(together.flatMap((row) => Object.keys(row.counts)));
    for (const unit of units)
      counts[unit] = (counts[unit] ?? 0) + Math.max(...together.map((row) => row.counts[unit] ?? 0));
  }
  return {
    records: counted.length,
    activities: occasions.size,
    deputies: new Set(counted.map((row) => row.person)).size,
    unconfirmed: counted.filter((row) => row.entered && !row.acknowledged).length,
    counts,
  };
}

import { type SQL, sql } from "drizzle-orm";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { RecordMark } from "#src/domain/figures/record-mark.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { isAmongScope } from "../in-scope.ts";

/** Whose duty: one person's own, or that of every mandate in some subtrees of the organisation tree. */
export type Whose =
  | { readonly personId: number }
  | {
      /** Orgs whose subtrees the reader looks after. */
      readonly scope: readonly number[];
      /** Orgs within the scope that were asked for; all of the scope where absent. */
      readonly orgs?: readonly number[];
      /** The one deputy of the scope that was asked for. */
      readonly deputyId?: number;
      /** Lines of divided figures: what they were divided by is this row. */
      readonly parts?: readonly FigurePart[];
    };

/** Which records a figure is made of. */
export type CountedFilter = FigurePeriod & {
  readonly whose: Whose;
  readonly kind?: DutyKind;
  /** Only records that are marked so. */
  readonly mark?: RecordMark;
  /** Words that the record's place contains. */
  readonly place?: string;
  /**
   * The mandates of `whose`, read beforehand: knowing how many they are, the planner goes by mandate for a township and
   * by day for a district.
   */
  readonly mandateIds?: readonly number[];
  /** What staff entered counts without the deputy's word once it was filed at or before this instant. */
  readonly waitedSince: Date;
};

/** SQL: where the mandate `m` says which part of a divided figure it belongs to. */
export const PART_COLUMNS = {
  township: sql`m.township_id`,
  group: sql`m.group_id`,
  station: sql`m.station_id`,
  deputy: sql`m.person_id`,
} as const satisfies Record<FigurePart["by"], SQL>;

/** SQL: the mandate `m` is one of those asked about. */
export function isOf(whose: Whose): SQL {
  if ("personId" in whose) return sql`m.person_id = ${whose.personId}::int8`;
  const { scope, orgs, deputyId, parts = [] } = whose;
  return sql.join(
    [
      isAmongScope(scope),
      ...(orgs === undefined ? [] : [isAmongScope(orgs)]),
      ...(deputyId === undefined ? [] : [sql`m.person_id = ${deputyId}::int8`]),
      ...parts.map(({ by, id }) => sql`${PART_COLUMNS[by]} = ${id}::int8`),
    ],
    sql` and `,
  );
}

/**
 * SQL: the record `r` counts. Confirmed and verified ones do, by the day they began; drafts, returned and withdrawn
 * ones do not; what staff entered waits for the deputy's word (docs/figures.md). Who asks for returned ones asks for what
 * does not count.
 */
export function isCounted(filter: CountedFilter): SQL {
  const parts: SQL[] = [
    sql`r.starts_on between ${filter.from}::date and ${filter.to}::date`,
    filter.mark === "returned" ? sql`r.state = 'returned'` : counts(filter),
  ];
  if (filter.mark !== undefined) parts.push(IS_MARKED[filter.mark]);
  if (filter.kind !== undefined) parts.push(sql`r.kind = ${filter.kind}`);
  if (filter.place !== undefined) parts.push(sql`position(${filter.place} in r.place) > 0`);
  return sql.join(parts, sql` and `);
}

const counts = ({ waitedSince }: CountedFilter): SQL => sql`r.state in ('confirmed', 'verified')
    and (r.acknowledged_at is not null or r.entered_by is null
      or r.filed_at <= ${waitedSince.toISOString()}::timestamptz)`;

const hasFiles = sql`exists (select 1 from attachments a where a.record_id = r.id)`;

const IS_MARKED = {
  returned: sql`true`,
  entered: sql`r.entered_by is not null`,
  unconfirmed: sql`r.entered_by is not null and r.acknowledged_at is null`,
  verified: sql`r.state = 'verified'`,
  unverified: sql`r.state = 'confirmed'`,
  pictured: hasFiles,
  unpictured: sql`not ${hasFiles}`,
} as const satisfies Record<RecordMark, SQL>;

const isReached = ({ mandateIds, whose }: CountedFilter): SQL =>
  mandateIds === undefined ? isOf(whose) : sql`m.id = any(${sql.param([...mandateIds])}::int8[])`;

/** SQL: the record `r` is of the mandates. Said twice, so that either index can be the way in. */
export const isOfReached = ({ mandateIds }: CountedFilter): SQL =>
  mandateIds === undefined || mandateIds.length > MOST_BY_MANDATE
    ? sql`true`
    : sql`r.mandate_id = any(${sql.param([...mandateIds])}::int8[])`;

/** For more mandates than this their records are most of a stretch, and going by day is quicker. */
const MOST_BY_MANDATE = 1_000;

/** SQL: `with recursive reach as (…)`, the mandates asked about; whatever comes after may refer to itself. */
export const withReach = (filter: CountedFilter): SQL => sql`
  with recursive reach as materialized (
    select m.id, m.township_id, m.group_id, m.station_id from mandates m where ${isReached(filter)})`;

// Places are only compared for being equal, byte by byte: the rules of a language would cost more than the counting.
/** SQL: what is counted of the record `r`. */
export const RECORD: SQL = sql`r.id, r.person_id, r.mandate_id, r.kind, r.starts_on, r.counts,
        r.occasion collate "C" occasion, r.activity_id, r.shared_from, r.together_with,
        r.entered_by is not null and r.acknowledged_at is null as unconfirmed`;

/** SQL: `with reach as (…), counted as (…)`, the records that a figure is made of. */
export const withCounted = (filter: CountedFilter): SQL => sql`${withReach(filter)},
  ${withNamed(filter)}
  counted as (
    select ${RECORD}, m.township_id, m.group_id, m.station_id
    from reach m join ${recordsOf(filter)} r on r.mandate_id = m.id
    where ${isCounted(filter)} and ${isOfReached(filter)})`;

// Where a place's name is asked about, an index alone tells which few records of the stretch have it; each is looked up.
const withNamed = ({ place, from, to }: CountedFilter): SQL =>
  place === undefined
    ? sql``
    : sql`named as materialized (select r.id from duty_records r
        where r.starts_on between ${from}::date and ${to}::date and position(${place} in r.place) > 0),`;
const recordsOf = ({ place }: CountedFilter): SQL =>
  place === undefined
    ? sql`duty_records`
    : sql`(select d.* from named n cross join lateral (
        select d.* from duty_records d where d.id = n.id offset 0) d)`;

/**
 * SQL: the counted record `r` is of the occasion `o`. All of it can be hashed: in many townships there is one on the same
 * day at a place that is called the same.
 */
export const isOneOccasion: SQL = sql`r.kind = o.kind and r.starts_on = o.starts_on and r.occasion = o.occasion
  and coalesce(r.township_id, 0) = coalesce(o.township_id, 0)`;

import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import type { DutyRecord } from "./duty-records.ts";
import { holds, placeWords } from "./place-words.ts";

/** A record that staff entered and the deputy has not yet spoken about. */
export type Entered = { readonly id: number; readonly number: string; readonly enteredBy: number };

// What the deputy was not told of yet, a bare 对 cannot mean.
const LAST_TOLD_OF = (personId: number): SQL => sql`(
  select r.inbox_id from duty_records r join outbox o on o.key = 'news:entered:' || r.number || ':' || r.person_id
  where r.person_id = ${personId}::int8 and r.entered_by is not null and r.acknowledged_at is null
    and r.state = 'confirmed' and (o.status in ('sending', 'sent') or o.possible_repeat)
  order by r.filed_at desc, r.id desc limit 1)`;

// What was entered within a day of the last, and told of.
const EVERY_TOLD_OF = (personId: number): SQL => sql`inbox_id in (
  select inbox_id from (
    select r.inbox_id, r.filed_at, max(r.filed_at) over () last from duty_records r
    join outbox o on o.key = 'news:entered:' || r.number || ':' || r.person_id
    where r.person_id = ${personId}::int8 and r.entered_by is not null and r.acknowledged_at is null
      and r.state = 'confirmed' and (o.status in ('sending', 'sent') or o.possible_repeat)) told
  where filed_at > last - interval '1 day')`;

/**
 * Records of a deputy that staff entered and that wait for a word, locked: these, or those of the message that was
 * entered last, or every one of that day.
 */
export async function claimEnteredRecords(
  tx: Tx,
  personId: number,
  numbers: readonly string[] | "every",
): Promise<Entered[]> {
  const which =
    numbers === "every"
      ? EVERY_TOLD_OF(personId)
      : numbers.length === 0
        ? sql`inbox_id = ${LAST_TOLD_OF(personId)}`
        : sql`number = any(${sql.param([...numbers])}::text[])`;
  const rows = await tx.execute<{ id: string; number: string; entered_by: string }>(sql`
    select id::text, number, entered_by::text from duty_records
    where person_id = ${personId}::int8 and entered_by is not null and acknowledged_at is null
      and state = 'confirmed' and ${which} 
      order by duty_records.id for update`);
  return rows.map((row) => ({ id: Number(row.id), number: row.number, enteredBy: Number(row.entered_by) }));
}

/** Notes a deputy's yes to what staff entered. */
export async function markAcknowledged(tx: Tx, ids: readonly number[], at: Date): Promise<void> {
  await tx.execute(sql`update duty_records set acknowledged_at = ${at.toISOString()}::timestamptz
    where id = any(${sql.param([...ids])}::int8[])`);
}

/** Notes that deputies have spoken on those of these records that staff entered and that waited for it; returns their ids. */
export async function markSpoken(tx: Tx, ids: readonly number[], at: Date): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    update duty_records set acknowledged_at = ${at.toISOString()}::timestamptz
    where id = any(${sql.param([...ids])}::int8[]) and entered_by is not null and acknowledged_at is null
    returning id::text`);
  return rows.map((row) => Number(row.id));
}

/** A colleague's record in which somebody is named, as it tells of it. */
export type NamedShare = Pick<DutyRecord, "state" | "startsOn" | "endsOn" | "kind" | "place" | "counts"> & {
  readonly id: number;
  /** Whose it is, and all who are named in it. */
  readonly by: string;
  readonly with: readonly string[];
};

/** A colleague's record in which somebody is named and has not decided, both locked. */
export async function claimNamedShare(
  tx: Tx,
  number: string,
  personId: number,
): Promise<NamedShare | undefined> {
  const [row] = await tx.execute<Omit<NamedShare, "id"> & { id: string }>(sql`
    select r.id::text, r.state, r.starts_on::text "startsOn", r.ends_on::text "endsOn", r.kind, r.place, r.counts,
      (select p.name from people p where p.id = r.person_id) "by",
      array(select p.name from record_companions o join people p on p.id = o.person_id
        where o.record_id = r.id) "with"
    from duty_records r join record_companions c on c.record_id = r.id
    where r.number = ${number} and c.person_id = ${personId}::int8 and c.state = 'named' for update`);
  return row === undefined ? undefined : { ...row, id: Number(row.id) };
}

/** Notes what somebody said about having taken part. */
export async function markCompanion(
  tx: Tx,
  recordId: number,
  personId: number,
  state: "confirmed" | "declined",
  at: Date,
): Promise<void> {
  await tx.execute(sql`update record_companions set state = ${state}, decided_at = ${at.toISOString()}::timestamptz
    where record_id = ${recordId}::int8 and person_id = ${personId}::int8`);
}

/** What somebody would have again. */
export type Likeness = {
  readonly personId: number;
  readonly kind: DutyKind;
  readonly date: Day;
  readonly place: string | null;
  readonly counts: Counts;
};

// 走访12户 at 黄连村 and 慰问12户 at 黄连村五组: the same place, named or not, and either the kind or a number. What a
// register made is called by other names than its own: the day and the kind tell enough.
const IS_ALIKE = sql`(kind = w.kind and activity_id is not null or (
  ${holds(placeWords(sql`place`), sql`w.words`)} or ${holds(sql`w.words`, placeWords(sql`place`))})
  and (kind = w.kind or (w.words <> '' and coalesce(place, '') <> '' and exists (
    select from jsonb_each_text(counts) one where one.value::numeric > 2 and w.counts::jsonb ->> one.key = one.value))))`;

/** A suggestion that was made here is told of on other days than the one it was handed in on. */
const DAYS_APART = 31;

/**
 * Standing records of the same day, and of a suggestion of those weeks, that may tell of the same thing in other words,
 * for each of what is told: the person's own, and those of colleagues who say that the person was there and have no
 * answer yet.
 */
export const listSimilar = (tx: Tx, wanted: readonly Likeness[]): Promise<SimilarRecord[][]> =>
  findAlike(tx, wanted);

const findAlike = gathered<Likeness, SimilarRecord[]>(async (tx, wanted) => {
  const list = <T>(pick: (one: Likeness) => T) => sql.param(wanted.map(pick));
  const rows = await tx.execute<SimilarRecord & { nth: number; by: string | null }>(sql`
    select w.nth::int4, r.number, r.kind, r.starts_on::text date, r.place, r.counts, r.by
    from (select *, ${placeWords(sql`place`)} words
      from unnest(${list((one) => one.personId)}::int8[], ${list((one) => one.kind)}::text[],
        ${list((one) => one.date)}::date[], ${list((one) => one.place)}::text[],
        ${list((one) => JSON.stringify(one.counts))}::text[])
        with ordinality as s(person_id, kind, day, place, counts, nth)) w
    cross join lateral (
      (select number, kind, starts_on, place, counts, null as by from duty_records
        where person_id = w.person_id and state in ('confirmed', 'verified', 'returned')
          and starts_on between w.day - ${DAYS_APART}::int and w.day + ${DAYS_APART}::int
          and (starts_on = w.day and ${IS_ALIKE} or kind = w.kind and suggestion_id is not null)
        order by number)
      union all
      (select r.number, kind, starts_on, place, counts,
          (select p.name from people p where p.id = r.person_id) from record_companions c
        join duty_records r on r.id = c.record_id
        where c.person_id = w.person_id and c.state = 'named' and starts_on = w.day
          and r.state in ('confirmed', 'verified') and (r.entered_by is null or r.acknowledged_at is not null)
          and ${IS_ALIKE}
        order by r.number)) r
    order by w.nth, r.by nulls first, r.number`);
  const alike: SimilarRecord[][] = wanted.map(() => []);
  for (const { nth, by, ...record } of rows) alike[nth - 1]?.push(by === null ? record : { ...record, by });
  return alike;
});

/** Makes a companion's own record out of a colleague's, once; returns nothing where there is one already. */
export async function insertShare(
  tx: Tx,
  originId: number,
  share: {
    readonly number: string;
    readonly personId: number;
    readonly mandateId: number;
    readonly at: Date;
  },
): Promise<SimilarRecord | undefined> {
  const at = share.at.toISOString();
  const [row] = await tx.execute<SimilarRecord>(sql`
    insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, at_time, place, counts, approx,
      narrative, source, shared_from, told_as, acknowledged_at, filed_at)
    select ${share.number}, ${share.personId}::int8, ${share.mandateId}::int8, kind, starts_on, ends_on, at_time, place,
      counts, approx, narrative, 'chat', coalesce(shared_from, id), told_as, ${at}::timestamptz, ${at}::timestamptz
    from duty_records where id = ${originId}::int8
    on conflict (shared_from, person_id) do nothing returning number, kind,
      starts_on::text date, place, counts`);
  return row;
}

/** What a share would be a repetition of: the companion's own record of the same day that tells of the same thing. */
export async function findLikeOrigin(
  tx: Tx,
  originId: number,
  personId: number,
): Promise<SimilarRecord | undefined> {
  const [row] = await tx.execute<SimilarRecord>(sql`
    select r.number, r.kind, r.date, r.place, r.counts from (
      select starts_on as day, kind, counts::text as counts, ${placeWords(sql`place`)} as words from duty_records
      where id = ${originId}::int8) w
    cross join lateral (select number, kind, starts_on::text date, place, counts from duty_records
      where person_id = ${personId}::int8 and starts_on = w.day
        and state in ('confirmed', 'verified', 'returned') and ${IS_ALIKE} order by id limit 1) r`);
  return row;
}

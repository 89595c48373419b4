import { type SQL, sql } from "drizzle-orm";
import type { FilingLike, FilingLine, FilingSort } from "#src/domain/requests/filing.ts";
import type { Tx } from "../client.ts";

/** Something that somebody filed, by the number it got. */
export type Filing = { readonly of: FilingSort; readonly number: string };

// It came without a record, or was told afterwards of one that stood.
const STANDS_ALONE = sql`(record_id is null or not exists (
  select from duty_records r where r.id = opinions.record_id and r.inbox_id = opinions.inbox_id))`;

/**
 * What somebody filed last and still stands, later than `since`; opinions that came with a report belong to it, and a name
 * under a suggestion is taken back by the suggestion's number.
 */
export async function findLatestFiling(tx: Tx, personId: number, since: Date): Promise<Filing | undefined> {
  const after = since.toISOString();
  const [row] = await tx.execute<Filing>(sql`
    select "of", number from (
      (select 'record' as "of", number, filed_at, inbox_id from duty_records
        where person_id = ${personId} and filed_at > ${after}::timestamptz and source in ('chat', 'staff')
          and state not in ('withdrawn', 'draft') order by filed_at desc, id desc limit 1)
      union all
      (select 'opinion', number, filed_at, inbox_id from opinions
        where person_id = ${personId} and filed_at > ${after}::timestamptz and ${STANDS_ALONE}
          and state = 'registered' order by filed_at desc, id desc limit 1)
      union all
      (select 'suggestion', number, filed_at, inbox_id from suggestions
        where person_id = ${personId} and filed_at > ${after}::timestamptz and state = 'submitted'
        order by filed_at desc, id desc limit 1)
      union all
      (select 'suggestion', s.number, c.at, r.inbox_id from cosigners c join suggestions s on s.id = c.suggestion_id
        left join duty_records r on r.suggestion_id = s.id and r.person_id = c.person_id
        where c.person_id = ${personId} and c.at > ${after}::timestamptz and s.state = 'submitted'
        order by c.at desc limit 1)) filings
    order by filed_at desc, inbox_id desc nulls last, "of" = 'record' desc limit 1`);
  return row;
}

// Those somebody leads, and those he or she has signed.
const suggestionsOf = (personId: number): SQL => sql`
  select number, title, filed_at, id from suggestions where person_id = ${personId}::int8 and state = 'submitted'
  union all
  select s.number, s.title, c.at, s.id from cosigners c join suggestions s on s.id = c.suggestion_id
  where c.person_id = ${personId}::int8 and s.state = 'submitted'`;

/**
 * Somebody's own standing filings that are like this, newest first. Opinions that came with a report belong to it, and
 * are listed where they are named or asked for.
 */
export async function listFilings(
  tx: Tx,
  personId: number,
  {
    numbers = null,
    of = null,
    kind = null,
    from = null,
    to = null,
    place = null,
  }: Partial<Nullable<FilingLike>>,
  zone: string,
  most: number,
): Promise<FilingLine[]> {
  const named = numbers === null ? null : sql.param([...numbers]);
  const isNamed = sql`(${named}::text[] is null or number = any(${named}::text[]))`;
  const isOf = (sort: FilingSort) => sql`coalesce(${of}::text, ${sort}) = ${sort}`;
  const broughtOn = sql`(filed_at at time zone ${zone})::date`;
  const isWithin = (first: SQL, last: SQL) =>
    sql`${last} >= coalesce(${from}::date, ${last}) and ${first} <= coalesce(${to}::date, ${first})`;
  const isPlain = sql`${kind}::text is null and ${place}::text is null and ${isWithin(broughtOn, broughtOn)}`;
  const rows = await tx.execute<FilingLine & { filed_at: string }>(sql`
    select "of", number, what, "on"::text, place from (
      (select 'record' as "of", number, kind as what, starts_on as "on", place, filed_at, id from duty_records
        where person_id = ${personId}::int8 and state not in ('withdrawn', 'draft') and source in ('chat', 'staff')
          and ${isNamed} and ${isOf("record")} and kind = coalesce(${kind}, kind)
          and strpos(coalesce(place, ''), coalesce(${place}, '')) > 0
          and ${isWithin(sql`starts_on`, sql`ends_on`)}
        order by filed_at desc, id desc limit ${most})
      union all
      (select 'opinion', number, category, ${broughtOn}, null, filed_at, id from opinions
        where person_id = ${personId}::int8 and state = 'registered' and (${STANDS_ALONE} or ${named}::text[] is not null or ${of}::text is not null)
          and ${isNamed} and ${isOf("opinion")} and ${isPlain}
        order by filed_at desc, id desc limit ${most})
      union all
      (select 'suggestion', number, title, ${broughtOn}, null, filed_at, id from (${suggestionsOf(personId)}) signed
        where ${isNamed} and ${isOf("suggestion")} and ${isPlain}
        order by filed_at desc, id desc limit ${most})) filings
    order by filed_at desc, id desc limit ${most}`);
  return rows.map(({ of: sort, number, what, on, place: where }) => ({
    of: sort,
    number,
    what,
    on,
    place: where,
  }));
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

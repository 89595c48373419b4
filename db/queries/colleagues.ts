import { sql } from "drizzle-orm";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { endsWith, placeWords } from "./place-words.ts";
import type { Likeness } from "./shares.ts";

/** What somebody would file, where, and whom it names. */
export type Told = Likeness & { readonly townshipId: number | null; readonly named: readonly string[] };

/** A colleague's record, and whose it is. */
export type OfColleague = SimilarRecord & { readonly by: string };

// Standing records of the day and kind whose place is the same in more words or fewer.
const IS_SAME = sql`r.person_id <> w.person_id and r.starts_on = w.day and r.kind = w.kind
  and r.state in ('confirmed', 'verified') and r.activity_id is null and r.suggestion_id is null and r.shared_from is null
  and (r.entered_by is null or r.acknowledged_at is not null)
  and (${endsWith(placeWords(sql`r.place`), sql`w.words`)} or ${endsWith(sql`w.words`, placeWords(sql`r.place`))})`;

const SHOWN = sql`r.number, r.kind, r.starts_on, r.place, r.counts, r.person_id`;

/**
 * For each of what is told a colleague's record that seems to tell of the same occasion in other words: of one who is
 * named in it, or of the same township with the same number; null where there is none.
 */
export const listOfColleagues = (tx: Tx, told: readonly Told[]): Promise<(OfColleague | null)[]> =>
  findOfColleagues(tx, told);

const findOfColleagues = gathered<Told, OfColleague | null>(async (tx, told) => {
  const list = <T>(pick: (one: Told) => T) => sql.param(told.map(pick));
  const rows = await tx.execute<OfColleague & { nth: number }>(sql`
    select w.nth::int4, r.number, r.kind, r.starts_on::text date, r.place, r.counts, p.name "by"
    from (select *, ${placeWords(sql`place`)} words
      from unnest(${list((one) => one.personId)}::int8[], ${list((one) => one.townshipId)}::int8[],
        ${list((one) => one.kind)}::text[], ${list((one) => one.date)}::date[], ${list((one) => one.place)}::text[],
        ${list((one) => JSON.stringify(one.counts))}::text[], ${list((one) => one.named.join("、"))}::text[])
        with ordinality as s(person_id, township_id, kind, day, place, counts, named, nth)) w
    cross join lateral (
      select ${SHOWN} from people c join duty_records r on r.person_id = c.id
      where w.named <> '' and c.name = any(string_to_array(w.named, '、')) and ${IS_SAME}
      union all
      select ${SHOWN} from mandates m join duty_records r on r.mandate_id = m.id
      where m.township_id = w.township_id and ${IS_SAME} and exists (
        select from jsonb_each_text(r.counts) one
        where one.value::numeric > 2 and w.counts::jsonb ->> one.key = one.value)
      order by number limit 1) r
    join people p on p.id = r.person_id
    order by w.nth`);
  const found: (OfColleague | null)[] = told.map(() => null);
  for (const { nth, ...record } of rows) found[nth - 1] = record;
  return found;
});

import { type SQL, sql } from "drizzle-orm";
import type { CaseState } from "#src/domain/case-state.ts";
import type { OwnCase } from "#src/domain/figures/own-case.ts";
import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { Tx } from "../../client.ts";

type CaseRow = {
  number: string;
  what: OwnCase["what"];
  text: string;
  category: OpinionCategory | null;
  state: CaseState;
  total: string;
};

/**
 * Opinions and suggestions somebody brought or added a name to, newest first, with how many there are in all; with a word
 * only those in whose words it stands.
 */
export async function listOwnCases(
  tx: Tx,
  personId: number,
  { limit, offset, word }: { readonly limit: number; readonly offset: number; readonly word?: string },
): Promise<{ readonly cases: OwnCase[]; readonly total: number }> {
  const rows = await tx.execute<CaseRow>(sql`
    select number, what, text, category, state, (count(*) over ())::text total from ${casesOf(personId)}
    where ${word === undefined ? sql`true` : sql`position(${word} in text) > 0`}
    order by filed_at desc, number desc limit ${limit} offset ${offset}`);
  return { cases: rows.map(toCase), total: Number(rows[0]?.total ?? 0) };
}

/** One of those, by its number. */
export async function findOwnCase(tx: Tx, personId: number, wanted: string): Promise<OwnCase | undefined> {
  const [row] = await tx.execute<CaseRow>(sql`
    select number, what, text, category, state from ${casesOf(personId)} where number = ${wanted} limit 1`);
  return row === undefined ? undefined : toCase(row);
}

const casesOf = (personId: number): SQL => sql`(
  select number, 'opinion' what, text, category, state, filed_at from opinions where person_id = ${personId}::int8
  union all
  select number, case when motion then 'motion' else 'suggestion' end, title, null, state, filed_at
  from suggestions where person_id = ${personId}::int8
  union all
  select s.number, 'cosigned', s.title, null, s.state, c.at
  from cosigners c join suggestions s on s.id = c.suggestion_id where c.person_id = ${personId}::int8) mine`;

const toCase = ({ number, what, text, category, state }: CaseRow): OwnCase => ({
  number,
  what,
  text,
  category,
  state,
});

/** How many opinions and suggestions stand that somebody brought between two instants. */
export async function countCases(
  tx: Tx,
  personId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<{ readonly opinions: number; readonly suggestions: number }> {
  const within = sql`person_id = ${personId}::int8 and state <> 'withdrawn'
    and filed_at >= ${from.toISOString()}::timestamptz and filed_at < ${to.toISOString()}::timestamptz`;
  const [row] = await tx.execute<{ opinions: string; suggestions: string }>(sql`
    select (select count(*) from opinions where ${within})::text opinions,
      (select count(*) from suggestions where ${within})::text suggestions`);
  return { opinions: Number(row?.opinions ?? 0), suggestions: Number(row?.suggestions ?? 0) };
}

/** `rule period` of what somebody handed in as a deputy of a congress, under whatever seat. */
export async function listSubmitted(tx: Tx, personId: number, level: Level): Promise<Set<string>> {
  const rows = await tx.execute<{ what: string }>(sql`
    select b.rule || ' ' || b.period what from obligations b join mandates m on m.id = b.mandate_id
    where b.person_id = ${personId}::int8 and m.level = ${level} and b.state in ('submitted', 'accepted')`);
  return new Set(rows.map((row) => row.what));
}

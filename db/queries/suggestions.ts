import { eq, type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { SuggestionView } from "#src/domain/requests/suggestion.ts";
import type { When } from "#src/domain/when.ts";
import type { Tx } from "../client.ts";
import { oneRow } from "../one-row.ts";
import { suggestions } from "../schema/cases.ts";
import { dutyRecords } from "../schema/duty.ts";

/** So many of the newest are looked through by their titles. */
const MOST = 200;

/** A suggestion or motion about to be submitted by its lead deputy. */
export type NewSuggestion = typeof suggestions.$inferInsert;

/** Submits a suggestion; returns its id. */
export async function insertSuggestion(tx: Tx, row: NewSuggestion): Promise<number> {
  return oneRow(await tx.insert(suggestions).values(row).returning({ id: suggestions.id })).id;
}

/** Somebody's own suggestion that still stands, by its number, locked for a change. */
export async function claimSuggestion(tx: Tx, number: string, personId: number) {
  const [row] = await tx
    .select()
    .from(suggestions)
    .where(
      sql`${suggestions.number} = ${number} and ${suggestions.personId} = ${personId}::int8
        and ${suggestions.state} = 'submitted'`,
    )
    .for("update");
  return row;
}

/** Takes a suggestion back, with the duty that was made of it for everybody under it; returns who had signed. */
export async function markSuggestionWithdrawn(tx: Tx, id: number): Promise<number[]> {
  await tx.update(suggestions).set({ state: "withdrawn" }).where(eq(suggestions.id, id));
  await tx.update(dutyRecords).set({ state: "withdrawn" }).where(eq(dutyRecords.suggestionId, id));
  const rows = await tx.execute<{ person_id: string }>(
    sql`select c.person_id::text from cosigners c where c.suggestion_id = ${id}::int8 order by c.person_id`,
  );
  return rows.map((row) => Number(row.person_id));
}

/** What somebody submitted within a year and still stands, newest first. */
export async function listOwnTitles(
  tx: Tx,
  personId: number,
  { now, zone }: Pick<When, "now" | "zone">,
): Promise<
  { readonly number: string; readonly title: string; readonly motion: boolean; readonly on: Day }[]
> {
  const rows = await tx.execute<{ number: string; title: string; motion: boolean; on: Day }>(sql`
    select number, title, motion, (filed_at at time zone ${zone})::date::text as "on" from suggestions
    where person_id = ${personId}::int8 and state = 'submitted'
      and filed_at > ${now.toISOString()}::timestamptz - interval '1 year'
    order by id desc limit ${MOST}`);
  return [...rows];
}

/** A suggestion that somebody may add a name to. */
export type OpenSuggestion = SuggestionView & {
  readonly id: number;
  readonly leadId: number;
  readonly motion: boolean;
  /** The asker's name stands there. */
  readonly signed: boolean;
};

/** What a search for suggestions goes by. */
export type SuggestionSearch = {
  readonly personId: number;
  readonly mandateId: number;
  readonly number?: string;
  readonly lead?: string;
};

const districtOf = (mandate: SQL): SQL => sql`(select d.id from org_tree t join orgs d on d.id = t.ancestor_id
  where t.descendant_id = coalesce(${mandate}.township_id, ${mandate}.group_id) and d.kind = 'district')`;

/**
 * Standing suggestions before the congress that a mandate belongs to, newest first: those of a district's deputies for
 * one of them, those of a township's for one of its. Elsewhere reads like not existing.
 */
export async function listOpenSuggestions(
  tx: Tx,
  { personId, mandateId, ...wanted }: SuggestionSearch,
): Promise<OpenSuggestion[]> {
  const [number, lead] = [wanted.number ?? null, wanted.lead ?? null];
  const rows = await tx.execute<Omit<OpenSuggestion, "id" | "leadId"> & { id: string; lead_id: string }>(sql`
    select s.id::text, s.number, s.title, p.name lead, s.person_id::text lead_id, s.motion,
      exists (select 1 from cosigners c where c.suggestion_id = s.id and c.person_id = ${personId}::int8) signed
    from mandates own join mandates m on m.level = own.level
      join suggestions s on s.mandate_id = m.id join people p on p.id = s.person_id
    where own.id = ${mandateId}::int8 and s.state = 'submitted'
      and case own.level when 'township' then m.township_id = own.township_id
        else coalesce(${districtOf(sql`m`)} = ${districtOf(sql`own`)}, true) end
      and (${number}::text is null or s.number = ${number}::text)
      and (${lead}::text is null or p.name = ${lead}::text)
    order by s.id desc limit ${MOST}`);
  return rows.map(({ lead_id, ...row }) => ({ ...row, id: Number(row.id), leadId: Number(lead_id) }));
}

/** Adds a name to a suggestion that stands; false when it stood there already or the suggestion is gone. */
export async function insertCosigner(
  tx: Tx,
  suggestionId: number,
  personId: number,
  at: Date,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    with open as (select id from suggestions where id = ${suggestionId}::int8 and state = 'submitted' for share)
    insert into cosigners (suggestion_id, person_id, at)
    select id, ${personId}::int8, ${at.toISOString()}::timestamptz from open
    on conflict (suggestion_id, person_id) do nothing returning 1`);
  return rows.length === 1;
}

/** A name under a suggestion that still stands, locked. */
export async function claimCosigning(
  tx: Tx,
  number: string,
  personId: number,
): Promise<{ readonly suggestionId: number; readonly at: Date } | undefined> {
  const [row] = await tx.execute<{ id: string; at: string }>(sql`
    select c.suggestion_id::text id, c.at from cosigners c join suggestions s on s.id = c.suggestion_id
    where s.number = ${number} and s.state = 'submitted' and c.person_id = ${personId}::int8 for update of c`);
  return row === undefined ? undefined : { suggestionId: Number(row.id), at: new Date(row.at) };
}

/** Takes a name off a suggestion, with the duty that was made of it. */
export async function deleteCosigner(tx: Tx, suggestionId: number, personId: number): Promise<void> {
  await tx.execute(sql`delete from cosigners where suggestion_id = ${suggestionId}::int8
    and person_id = ${personId}::int8`);
  await tx.execute(sql`update duty_records set state = 'withdrawn' where suggestion_id = ${suggestionId}::int8
    and person_id = ${personId}::int8`);
}

/** The number of the suggestion that a duty record was made of. */
export async function findSuggestionOf(tx: Tx, recordNumber: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select s.number from duty_records r join suggestions s on s.id = r.suggestion_id
    where r.number = ${recordNumber}`);
  return row?.number;
}

/** Makes duty of a suggestion for somebody, once; one that was withdrawn stands again. Returns the record's number. */
export async function insertSuggestionRecord(
  tx: Tx,
  row: Pick<
    typeof dutyRecords.$inferInsert,
    "number" | "personId" | "mandateId" | "kind" | "startsOn" | "narrative" | "filedAt"
  > & { readonly suggestionId: number; readonly inboxId: number },
): Promise<string> {
  const record = {
    ...row,
    endsOn: row.startsOn,
    counts: { items: 1 },
    approx: [],
    source: "suggestion" as const,
    // The suggestion itself is its proof.
    state: "verified" as const,
    acknowledgedAt: row.filedAt,
    verifiedAt: row.filedAt,
  };
  const { number: _, ...again } = record;
  const [made] = await tx
    .insert(dutyRecords)
    .values(record)
    .onConflictDoUpdate({ target: [dutyRecords.suggestionId, dutyRecords.personId], set: again })
    .returning({ number: dutyRecords.number });
  return made?.number ?? row.number;
}

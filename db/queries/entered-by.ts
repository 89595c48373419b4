import { type SQL, sql } from "drizzle-orm";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Day } from "#src/domain/day.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** A record that somebody of the staff wrote down for a deputy. */
export type EnteredBy = {
  readonly id: number;
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: Day;
  readonly personId: number;
  readonly name: string;
  readonly filedAt: Date;
};

/** Who wrote it down, and whom he or she looks after by now: of nobody else anything is taken back. */
type Writer = {
  readonly personId: number;
  readonly scope: readonly number[];
  /** What was filed by then counts without the deputy's word, and is no longer the writer's. */
  readonly waitedSince: Date;
};

/** The record of a number, or what was written down last, later than `since`. */
type Which = { readonly number: string } | { readonly since: Date };

/**
 * What somebody of the staff wrote down for deputies who have not yet spoken on it, locked: the record of that number, or
 * all of the message that was written down last, later than `since`.
 */
export async function claimEnteredBy(tx: Tx, who: Writer, which: Which): Promise<EnteredBy[]> {
  const rows = await tx.execute<
    Omit<EnteredBy, "id" | "personId" | "filedAt"> & { id: string; person_id: string; filed_at: string }
  >(sql`
    select r.id::text, r.number, r.kind, r.starts_on::text date, r.person_id::text, p.name, r.filed_at::text
    from duty_records r join people p on p.id = r.person_id join mandates m on m.id = r.mandate_id
    where ${isMeant(who, which)} order by r.id for update of r`);
  return rows.map(({ id, person_id, filed_at, ...row }) => ({
    ...row,
    id: Number(id),
    personId: Number(person_id),
    filedAt: new Date(filed_at),
  }));
}

/** Whether there is something that claimEnteredBy would claim. */
export async function isEnteredBy(tx: Tx, who: Writer, which: Which): Promise<boolean> {
  const rows = await tx.execute(sql`select from duty_records r join mandates m on m.id = r.mandate_id
    where ${isMeant(who, which)} limit 1`);
  return rows.length > 0;
}

/** What claimEnteredBy would claim of one deputy's, of a kind and of some days where these are said; the latest first. */
export async function listEnteredFor(
  tx: Tx,
  who: Writer,
  name: string,
  { kind = null, from = null, to = null }: Partial<Record<"kind" | "from" | "to", string | null>>,
  most: number,
): Promise<FilingLine[]> {
  const rows = await tx.execute<Omit<FilingLine, "of">>(sql`
    select r.number, r.kind what, r.starts_on::text "on", r.place
    from duty_records r join people p on p.id = r.person_id join mandates m on m.id = r.mandate_id
    where ${isWaiting(who, sql`r`)} and p.name = ${name} and r.kind = coalesce(${kind}::text, r.kind)
      and r.starts_on between coalesce(${from}::date, r.starts_on) and coalesce(${to}::date, r.starts_on)
    order by r.filed_at desc, r.id desc limit ${most}`);
  return rows.map((row) => ({ of: "record", ...row }));
}

const isMeant = (who: Writer, which: Which): SQL =>
  "number" in which
    ? sql`${isWaiting(who, sql`r`)} and r.number = ${which.number}`
    : sql`${isWaiting(who, sql`r`)} and r.inbox_id = (
        select l.inbox_id from duty_records l join mandates m on m.id = l.mandate_id where ${isWaiting(who, sql`l`)}
        and l.filed_at > ${which.since.toISOString()}::timestamptz order by l.filed_at desc, l.id desc limit 1)`;

const isWaiting = (
  { personId, scope, waitedSince }: Writer,
  r: SQL,
): SQL => sql`${r}.entered_by = ${personId}::int8 and ${r}.acknowledged_at is null and ${r}.state = 'confirmed'
    and ${r}.filed_at > ${waitedSince.toISOString()}::timestamptz and ${isInScope(scope)}`;

/** Whether somebody of the staff wrote down this record and it counts by now: its deputy agreed, or did not answer in time. */
export async function countsAlready(
  tx: Tx,
  number: string,
  { personId, waitedSince }: Writer,
): Promise<boolean> {
  const rows = await tx.execute(sql`select from duty_records where number = ${number}
    and entered_by = ${personId}::int8 and state in ('confirmed', 'verified')
    and (acknowledged_at is not null or filed_at <= ${waitedSince.toISOString()}::timestamptz)`);
  return rows.length > 0;
}

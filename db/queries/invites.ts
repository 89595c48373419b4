import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/**
 * An invitation for one person: hashes of the code to type and of the code in the link. The codes are not kept; one that
 * waits for the number of an authenticator lies sealed with the conversation it was typed in.
 */
export type NewInvite = {
  readonly personId: number;
  readonly typedSelector: string;
  readonly typedHash: string;
  readonly linkHash: string;
  readonly expiresAt: Date;
};

/** Writes an invitation down; earlier ones of the same people that nobody used are void from now on. */
export async function insertInvites(tx: Tx, rows: readonly NewInvite[], now: Date): Promise<void> {
  const people = sql.param(rows.map((row) => row.personId));
  await voidInvites(
    tx,
    rows.map((row) => row.personId),
    now,
  );
  await tx.execute(sql`
    insert into invites (person_id, typed_selector, typed_hash, link_hash, created_at, expires_at)
    select p, s, t, l, ${now.toISOString()}::timestamptz, e from unnest(${people}::int8[],
      ${sql.param(rows.map((row) => row.typedSelector))}::text[],
      ${sql.param(rows.map((row) => row.typedHash))}::text[], ${sql.param(rows.map((row) => row.linkHash))}::text[],
      ${sql.param(rows.map((row) => row.expiresAt.toISOString()))}::timestamptz[]) as t(p, s, t, l, e)`);
}

/** Makes invitations of people useless; returns how many were open. */
export async function voidInvites(tx: Tx, people: readonly number[], now: Date): Promise<number> {
  const gone = await tx.execute(sql`
    update invites set expires_at = ${now.toISOString()}::timestamptz
    where person_id = any(${sql.param([...people])}::int8[]) and used_at is null
      and expires_at > ${now.toISOString()}::timestamptz returning 1`);
  return gone.length;
}

/** Makes invitations useless of those of these people who hold no mandate and no role from this day on. */
export async function voidInvitesOfNobody(
  tx: Tx,
  people: readonly number[],
  today: Day,
  now: Date,
): Promise<void> {
  const nobodies = await tx.execute<{ id: string }>(sql`
    select p.id::text from unnest(${sql.param([...people])}::int8[]) as p(id)
    where not exists (select 1 from mandates m where m.person_id = p.id
        and (m.valid_to >= ${today}::date or (m.valid_to is null and m.status = 'active')))
      and not exists (select 1 from staff_roles r where r.person_id = p.id
        and (r.valid_to is null or r.valid_to >= ${today}::date))`);
  await voidInvites(
    tx,
    nobodies.map((row) => Number(row.id)),
    now,
  );
}

/** Makes every open invitation useless; returns how many there were. */
export async function voidAllInvites(tx: Tx, now: Date): Promise<number> {
  const at = now.toISOString();
  const gone = await tx.execute(sql`
    update invites set expires_at = ${at}::timestamptz
    where used_at is null and expires_at > ${at}::timestamptz returning id`);
  return gone.length;
}

/** The selectors of all invitations that are open. */
export async function listOpenSelectors(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ typed_selector: string }>(sql`
    select typed_selector from invites
    where expires_at > ${now.toISOString()}::timestamptz and used_at is null and typed_selector is not null`);
  return rows.map((row) => row.typed_selector);
}

/** An invitation that is open, and whom it is for. */
export type OpenInvite = { readonly id: number; readonly personId: number; readonly name: string };

type InviteRow = { id: string; person_id: string; name: string; typed_hash: string };

// Held until the end: a code that is taken away at the moment it is shown is either used before that, or worth nothing.
const openInvite = (where: SQL, now: Date): SQL => sql`
  select i.id::text, i.person_id::text, p.name, i.typed_hash from invites i join people p on p.id = i.person_id
  where ${where} and i.used_at is null and i.expires_at > ${now.toISOString()}::timestamptz
  order by i.id desc limit 1 for update of i`;

const toInvite = ({ id, person_id, name, typed_hash: hash }: InviteRow): OpenInvite & { hash: string } => ({
  id: Number(id),
  personId: Number(person_id),
  name,
  hash,
});

/** The newest open invitation that a selector finds, and how its code to type is kept. */
export async function findTyped(
  tx: Tx,
  selector: string,
  now: Date,
): Promise<(OpenInvite & { readonly hash: string }) | undefined> {
  const [row] = await tx.execute<InviteRow>(openInvite(sql`i.typed_selector = ${selector}`, now));
  return row === undefined ? undefined : toInvite(row);
}

/**
 * The open invitation with a keyed hash: of the code in its link, or of one to type that a process of an earlier program
 * made within the last day.
 */
export async function findByHash(tx: Tx, hash: string, now: Date): Promise<OpenInvite | undefined> {
  const isMeant = sql`(i.link_hash = ${hash} or i.typed_hash = ${hash})`;
  const [row] = await tx.execute<InviteRow>(openInvite(isMeant, now));
  return row === undefined ? undefined : toInvite(row);
}

/** Uses an invitation up. */
export async function claimInvite(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.execute(sql`update invites set used_at = ${now.toISOString()}::timestamptz where id = ${id}`);
}

/** Tries at a code that failed: by this sender and from this origin in ten minutes, from there and by all in an hour. */
export type Attempts = {
  readonly bySender: number;
  readonly byOrigin: number;
  readonly byOriginHour: number;
  readonly overall: number;
};

/** Counts tries and takes the lock that keeps two of them from not seeing each other. */
export async function countAttempts(
  tx: Tx,
  who: { readonly sender: string; readonly origin: string | null },
  now: Date,
): Promise<Attempts> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.codes'))`);
  const at = now.toISOString();
  const [row] = await tx.execute<Attempts>(sql`
    select count(*) filter (where sender = ${who.sender} and at > ${at}::timestamptz - interval '10 minutes')::int
        as "bySender",
      count(*) filter (where origin = ${who.origin} and at > ${at}::timestamptz - interval '10 minutes')::int
        as "byOrigin",
      count(*) filter (where origin = ${who.origin})::int as "byOriginHour",
      count(*)::int as overall
    from code_attempts where not hit and at > ${at}::timestamptz - interval '1 hour'`);
  return row ?? { bySender: 0, byOrigin: 0, byOriginHour: 0, overall: 0 };
}

/** How many tries of a sender failed in the last day. */
export async function countMisses(tx: Tx, sender: string, now: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from code_attempts
    where sender = ${sender} and not hit and at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  return row?.n ?? 0;
}

/** How many tries failed in the last hour, whoever made them. */
export async function countFailedGuesses(tx: Tx, now: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from code_attempts
    where not hit and at > ${now.toISOString()}::timestamptz - interval '1 hour'`);
  return row?.n ?? 0;
}

/** Notes a try at a code, and whether it was one. */
export async function insertAttempt(
  tx: Tx,
  { sender, origin, hit }: { readonly sender: string; readonly origin: string | null; readonly hit: boolean },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into code_attempts (sender, origin, hit, at)
    values (${sender}, ${origin}, ${hit}, ${now.toISOString()}::timestamptz)`);
}

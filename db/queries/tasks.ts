import { sql } from "drizzle-orm";
import { NOTHING_DUE, type Tally } from "#src/domain/tally.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** Long work to write down, what is wanted already sealed. */
export type NewTask = {
  readonly key: string;
  /** A table of figures, or a copy of what is stored about the person. */
  readonly kind: "export" | "own-data";
  readonly personId: number;
  /** Where it was asked for; null where the program makes it by itself. */
  readonly conversation: Address | null;
  readonly body: Buffer;
};

/** Long work in somebody's hands until its lease ends. */
export type ClaimedTask = NewTask & { readonly id: number; readonly token: number; readonly claims: number };

/** What became of long work. */
export type TaskEnd = "done" | "refused" | "failed";

const LEASE_SECONDS = 20;
/** How often whoever is at it renews the lease. */
export const TASK_BEAT_MS = 5_000;

/** Called once there is new work; `signals.ts` of the service listens. */
const CALLED = "lvzhi_tasks";

/** Writes work down, each key once, and calls whoever does it as soon as the transaction is through; returns how much was new. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[], now: Date): Promise<number> {
  const added = await tx.execute(sql`
    insert into tasks (key, kind, person_id, conversation, body, created_at)
    select k, n, p, c, b, ${now.toISOString()}::timestamptz from unnest(
      ${sql.param(tasks.map((one) => one.key))}::text[], ${sql.param(tasks.map((one) => one.kind))}::text[],
      ${sql.param(tasks.map((one) => one.personId))}::int8[],
      ${sql.param(tasks.map((one) => one.conversation))}::text[],
      ${sql.param(tasks.map((one) => toHex(one.body)))}::text[]::bytea[]) as t(k, n, p, c, b)
    on conflict (key) do nothing returning 1`);
  if (added.length > 0) await tx.execute(sql`select pg_notify(${CALLED}, '')`);
  return added.length;
}

type Row = Omit<ClaimedTask, "id" | "token" | "personId"> & { id: string; token: string; person_id: string };

/** Claims the oldest work that nobody is at. */
export async function claimTask(tx: Tx): Promise<ClaimedTask | undefined> {
  const [row] = await tx.execute<Row>(sql`
    update tasks t set lease_token = nextval('lease_tokens'), claims = claims + 1,
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where t.id = (select id from tasks where status = 'waiting'
      and (lease_until is null or lease_until < clock_timestamp()) order by id limit 1 for update skip locked)
    returning t.id::text, t.lease_token::text token, t.person_id::text, t.key, t.kind, t.conversation, t.body,
      t.claims`);
  if (row === undefined) return undefined;
  const { id, token, person_id: personId, ...task } = row;
  return { ...task, id: Number(id), token: Number(token), personId: Number(personId) };
}

/** Renews the lease of work that is still under way. */
export async function extendTask(tx: Tx, { id, token }: ClaimedTask): Promise<void> {
  await tx.execute(sql`
    update tasks set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${id}::int8 and lease_token = ${token}::int8 and status = 'waiting'`);
}

/** Marks work as ended, if it is still the caller's: whoever was away too long gets false and changes nothing. */
export async function markTask(
  tx: Tx,
  { id, token }: ClaimedTask,
  status: TaskEnd,
  now: Date,
): Promise<boolean> {
  const ours = await tx.execute(sql`
    update tasks set status = ${status}, done_at = ${now.toISOString()}::timestamptz, lease_token = null,
      lease_until = null
    where id = ${id}::int8 and lease_token = ${token}::int8 and status = 'waiting' returning 1`);
  return ours.length > 0;
}

/** What became of work that the program makes by itself, and of the news that it is ready. */
export async function tallyTasks(tx: Tx, keys: readonly string[]): Promise<Tally> {
  const rows = await tx.execute<{ became: Exclude<keyof Tally, "due">; n: number }>(sql`
    select case when t.status = 'waiting' then 'waiting' when t.status = 'refused' then 'suppressed'
        when t.status = 'failed' then 'failed' when o.status in ('sent', 'expired', 'suppressed', 'failed') then o.status
        else 'waiting' end became, count(*)::int n
    from tasks t left join outbox o on o.key = 'news:task:' || t.key || ':' || t.person_id
    where t.key = any(${sql.param([...keys])}::text[]) group by 1`);
  const counted = Object.fromEntries(rows.map(({ became, n }) => [became, n]));
  return { ...NOTHING_DUE, ...counted, due: rows.reduce((sum, one) => sum + one.n, 0) };
}

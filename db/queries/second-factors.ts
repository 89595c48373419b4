import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/**
 * Somebody's authenticator: its sealed secret, since when it is wanted of him and whether by himself, whether a number
 * of it was ever taken, and the step of the last one.
 */
export type KeptFactor = {
  readonly secret: Uint8Array;
  readonly since: Date;
  readonly wanted: boolean;
  readonly confirmed: boolean;
  readonly lastStep: number | null;
};

/** The authenticator of a person, set up or about to be. */
export async function findFactor(tx: Tx, personId: number): Promise<KeptFactor | undefined> {
  const [row] = await tx.execute<{
    secret: Uint8Array;
    since: string;
    wanted: boolean;
    confirmed: boolean;
    last_step: string | null;
  }>(sql`
    select secret, made_at::text since, wanted_at is not null wanted, confirmed_at is not null confirmed,
      last_step::text
    from second_factors where person_id = ${personId}`);
  if (row === undefined) return undefined;
  const { since, last_step, ...kept } = row;
  return { ...kept, since: new Date(since), lastStep: last_step === null ? null : Number(last_step) };
}

/**
 * Writes a fresh secret down for a person, in place of one that no number was taken of yet. Since when one is wanted of
 * him stays as it was.
 */
export async function offerFactor(tx: Tx, personId: number, secret: Uint8Array, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into second_factors (person_id, secret, made_at)
    values (${personId}, ${secret}, ${now.toISOString()}::timestamptz)
    on conflict (person_id) do update set secret = excluded.secret where second_factors.confirmed_at is null`);
}

/** Notes that somebody wants an authenticator himself, whose secret was written down. */
export async function markWanted(tx: Tx, personId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update second_factors set wanted_at = ${now.toISOString()}::timestamptz where person_id = ${personId}`);
}

/** Uses the number of a step up, and everything before it; false where it was used already. */
export async function takeStep(tx: Tx, personId: number, step: number, now: Date): Promise<boolean> {
  const taken = await tx.execute(sql`
    update second_factors set last_step = ${step},
      confirmed_at = coalesce(confirmed_at, ${now.toISOString()}::timestamptz)
    where person_id = ${personId} and (last_step is null or last_step < ${step}) returning 1`);
  return taken.length > 0;
}

/**
 * Puts other secrets in the place of people's, one each, of which no number was taken and which none of them asked for.
 * Since when one is wanted of them stays as it was.
 */
export async function voidFactors(
  tx: Tx,
  people: readonly number[],
  secrets: readonly Uint8Array[],
): Promise<void> {
  const hex = secrets.map((one) => Buffer.from(one).toString("hex"));
  await tx.execute(sql`
    update second_factors f
    set secret = decode(given.hex, 'hex'), wanted_at = null, confirmed_at = null, last_step = null
    from unnest(${sql.param([...people])}::int8[], ${sql.param(hex)}::text[]) as given(person_id, hex)
    where f.person_id = given.person_id`);
}

/** Whether somebody holds a staff role on a day. */
export async function holdsRole(tx: Tx, personId: number, today: Day): Promise<boolean> {
  const held = await tx.execute(sql`
    select 1 from staff_roles where person_id = ${personId} and valid_from <= ${today}::date
      and (valid_to is null or valid_to >= ${today}::date) limit 1`);
  return held.length > 0;
}

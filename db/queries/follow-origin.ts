import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { dutyRecords } from "../schema/duty.ts";
import type { DutyRecord, NewDutyRecord } from "./duty-records.ts";
import { isInOffice } from "./in-office.ts";

type Fields = Partial<NewDutyRecord>;

/** A share that says now what its origin says. */
export type Followed = {
  readonly id: number;
  /** Staff had verified it as it was: as it is, it waits for them again. */
  readonly reopened: boolean;
};

/**
 * Makes the standing shares of a record say what it says now, so that they stay one occasion: those that said the same
 * before, that no register proves, and whose mandate covers the new days. One that staff had verified as it was waits to be verified once more;
 * for the hour alone none is troubled.
 */
export async function followOrigin(tx: Tx, origin: DutyRecord, fields: Fields): Promise<Followed[]> {
  const { mandateId: _, ...said } = fields;
  const rows = await tx
    .select({ id: dutyRecords.id, state: dutyRecords.state })
    .from(dutyRecords)
    .where(
      and(
        eq(dutyRecords.sharedFrom, origin.id),
        isNull(dutyRecords.activityId),
        inArray(
          dutyRecords.state,
          saysElse(origin, said) ? ["confirmed", "returned", "verified"] : ["confirmed", "returned"],
        ),
        ...saidTheSame(origin, said),
        holdsOn(said.startsOn ?? origin.startsOn),
        holdsOn(said.endsOn ?? origin.endsOn),
      ),
    )
    .orderBy(dutyRecords.id)
    .for("update");
  await tx
    .update(dutyRecords)
    .set({
      ...said,
      state: sql`case ${dutyRecords.state} when 'verified' then 'confirmed' else ${dutyRecords.state} end`,
    })
    .where(
      inArray(
        dutyRecords.id,
        rows.map((row) => row.id),
      ),
    );
  return rows.map(({ id, state }) => ({ id, reopened: state === "verified" }));
}

// The hour of the same day is no other occasion.
const saysElse = (origin: DutyRecord, said: Fields): boolean => {
  const told = ({ kind, startsOn, endsOn, place, counts }: Fields): string =>
    JSON.stringify([kind, startsOn, endsOn, place, counts]);
  return told({ ...origin, ...said }) !== told(origin);
};

function saidTheSame(origin: DutyRecord, said: Fields): SQL[] {
  const { kind, startsOn, endsOn, place, counts } = said;
  return [
    ...(kind === undefined ? [] : [eq(dutyRecords.kind, origin.kind)]),
    ...(startsOn === undefined ? [] : [eq(dutyRecords.startsOn, origin.startsOn)]),
    ...(endsOn === undefined ? [] : [eq(dutyRecords.endsOn, origin.endsOn)]),
    ...(place === undefined ? [] : [sql`${dutyRecords.place} is not distinct from ${origin.place}`]),
    ...(counts === undefined
      ? []
      : [sql`${dutyRecords.counts} = ${JSON.stringify(origin.counts)}::text::jsonb`]),
  ];
}

const holdsOn = (day: string): SQL => sql`exists (
  select 1 from mandates m where m.id = ${dutyRecords.mandateId} and ${isInOffice(sql`${day}::date`)})`;

/**
 * Keeps companions who said yes in the occasion of the record that was told in other words than theirs: what was one
 * with it by its place stays one with it.
 */
export async function keepTogether(tx: Tx, before: DutyRecord): Promise<void> {
  await tx.execute(sql`
    update duty_records r set told_as = o.occasion from duty_records o
    where o.id = ${before.id}::int8 and r.id <> o.id and r.kind = o.kind and r.starts_on = o.starts_on
      and r.occasion = ${before.occasion} and r.occasion <> o.occasion
      and r.activity_id is null and o.activity_id is null
      and (coalesce(r.shared_from, r.id) = coalesce(o.shared_from, o.id) or exists (
        select 1 from record_companions c where c.record_id = o.id and c.person_id = r.person_id
          and c.state = 'confirmed'))`);
}

import type { Tx } from "#db/client.ts";
import { insertPlanned } from "#db/queries/plans.ts";
import { closeUndated, insertUndated, reviseUndated } from "#db/queries/undated-plans.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import { toNewActivity } from "./new-activity.ts";
import type { Compared } from "./read-plan-rows.ts";

/** Puts down what still wants a day, and makes activities of what has one by now. */
export async function leaveOpen(
  tx: Tx,
  { fresh, changed, fixed }: Compared["undated"],
  numbers: readonly string[],
  actorId: number | null,
  world: World,
): Promise<void> {
  await insertUndated(
    tx,
    fresh.map((row, at) => ({
      number: nth(numbers, at),
      orgId: row.orgId,
      planKey: row.planKey,
      kind: row.kind,
      title: row.title,
      fromDay: row.from,
      toDay: row.to,
      said: row.said,
      time: row.time,
      place: row.place,
      content: row.content,
      createdBy: actorId,
      createdAt: world.now,
    })),
  );
  await reviseUndated(
    tx,
    changed.map(({ row, before }) => ({
      ...row,
      id: before.id,
      time: row.time ?? before.time,
      place: row.place ?? before.place,
      content: row.content ?? before.content,
    })),
  );
  await fixDays(tx, fixed, actorId, world);
}

/** Makes activities of what was planned without a day, under the numbers they had; nobody is called to them yet. */
export async function fixDays(
  tx: Tx,
  fixed: Compared["undated"]["fixed"],
  actorId: number | null,
  world: World,
): Promise<void> {
  await insertPlanned(
    tx,
    fixed.map(({ row, before }) =>
      toNewActivity(
        { ...row, place: row.place ?? before.place, content: row.content ?? before.content },
        before.number,
        actorId,
        world,
      ),
    ),
  );
  await closeUndated(
    tx,
    fixed.map(({ before }) => before.id),
    world.now,
  );
}

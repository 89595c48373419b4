import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

const OVER = "活-2026-002";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.person("李明").says(`请假 ${OVER} 出差`);
  for (const said of [`到会 ${OVER} 除李明外全到`, "对"]) await city.person("刘敏").says(said);
});
afterEach(() => city.close());

/** A register is being made final, as a colleague's process does it, while somebody does something. */
const whileFinal = (work: () => Promise<unknown>): Promise<unknown> =>
  city.database.db
    .transaction(async (tx) => {
      await tx.execute(sql`select 1 from activities where number = ${OVER} for update`);
      const done = work();
      await sleep(1500);
      await tx.execute(sql`update activities set state = 'final', final_at = now() where number = ${OVER}`);
      return { done };
    })
    .then(({ done }) => done);

test("leave refused at the instant at which the register becomes final: the absence is told at once", async () => {
  await city.person("孙丽").says("不准 李明 没有假条");
  await whileFinal(() => city.person("孙丽").says("对"));
  await eventually(() => expect(heardOf(city.person("李明"), "absence.warned")).toHaveLength(1));
});

import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { createVault } from "#db/vault.ts";
import { verifyAudit } from "#src/cli/lvzhi/verify-audit.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const now = at("2026-11-25 09:00");
const keyed = createVault(TEST_KEY).fingerprint;
const note = (subjectId: number) =>
  database.db.transaction((tx) =>
    insertAudit(tx, [{ at: now, actorId: 1, action: "contact.read", subject: "opinion", subjectId }]),
  );
const verify = () => verifyAudit(database.db, keyed);

beforeEach(async () => {
  database = await cloneDatabase();
  for (const id of [1, 2, 3]) await note(id);
  await runAt(database.db, "audit-seal", now);
  await note(4);
  await runAt(database.db, "audit-seal", now);
});
afterEach(() => database.drop());

test("the audit is whole as long as nobody touched it", async () => {
  expect(await verify()).toEqual({ lines: 4 });
});

test("a chain of more than nine lines is followed in the order of its places", async () => {
  for (const id of [5, 6, 7, 8, 9, 10, 11, 12]) await note(id);
  await runAt(database.db, "audit-seal", now);
  expect(await verify()).toEqual({ lines: 12 });
  const rows = await database.db.execute<{ same: boolean }>(sql`select place = subject_id same from audit`);
  expect(rows.every((row) => row.same)).toBe(true);
});

test("lines that are sealed while somebody verifies are no tampering", async () => {
  await note(5);
  let sealed = false;
  // Between the lines and the note of the chain's end, a job seals the fifth line.
  const meanwhile = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (name !== "execute" || sealed) return member;
        return async (query: Parameters<Tx["execute"]>[0]) => {
          sealed = true;
          const rows = await target.execute(query);
          await runAt(database.db, "audit-seal", at("2026-11-25 09:01"));
          return rows;
        };
      },
    });
  const db = new Proxy(database.db, {
    get: (target, name) =>
      name === "transaction"
        ? (work: (tx: Tx) => Promise<unknown>, how: object) =>
            target.transaction((tx) => work(meanwhile(tx)), how)
        : Reflect.get(target, name, target),
  });
  expect(await verifyAudit(db, keyed)).toEqual({ lines: 4 });
  expect(await verify()).toEqual({ lines: 5 });
});

test.each([
  ["changed", sql`update audit set actor_id = 2 where subject_id = 2`, "line 2 of the chain"],
  ["taken out of the middle", sql`delete from audit where subject_id = 2`, "line 2 of the chain is missing"],
  ["cut off the end", sql`delete from audit where subject_id = 4`, "ends at line 3 and should end at line 4"],
  ["unsealed", sql`update audit set seal = null where subject_id = 3`, "line 3 of the chain"],
  [
    "cut off with its note",
    sql`update settings set value = '3:ab:cd' where name = 'audit.head'`,
    "the note of the chain's end is not ours",
  ],
])("a line that was %s is found", async (_, tampering, finding) => {
  await database.db.execute(tampering);
  expect(JSON.stringify(await verify())).toContain(finding);
});

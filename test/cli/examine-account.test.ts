import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { examineAccount } from "#src/cli/lvzhi/examine-account.ts";
import { emptyDatabase } from "#test/support/database.ts";
import { openDoor } from "#test/support/postgres-door.ts";

const plain = `plain_${randomUUID().replaceAll("-", "")}`;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.db.execute(sql.raw(`create role ${plain} login`));
});
afterAll(async () => {
  await database.db.execute(sql.raw(`reassign owned by ${plain} to current_user`));
  await database.db.execute(sql.raw(`drop role ${plain}`));
  await database.drop();
});

// The tests' server asks nobody for a password; a door that lets no doctor through is one that asks.
async function lookAs(user: string, asksForPasswords: boolean) {
  const door = await openDoor(
    database.address,
    (bytes) => asksForPasswords && bytes.includes("lvzhi doctor"),
  );
  const url = door.url.replace("lvzhi@", `${user}@`);
  const asUser = openDatabase({ url }, 1);
  const found = await examineAccount(asUser.db, url);
  await asUser.close();
  door.close();
  return `${found.fine ? "ok" : "WRONG"} ${found.says}`;
}

test("a superuser is found, a user that owns its database and proves who it is is fine", async () => {
  expect(await lookAs("lvzhi", true)).toMatch(/^WRONG lvzhi may do more than the service needs/u);
  expect(await lookAs(plain, true)).toBe(`ok ${plain}, with no more rights than its own database`);
});

test("a server that lets its user in with any password is found", async () => {
  expect(await lookAs(plain, false)).toMatch(/^WRONG .* is let in with any password/u);
});

test("the embedded server's user needs none: its socket is behind the folder of this user", async () => {
  expect((await examineAccount(database.db, undefined)).fine).toBe(true);
});

test("a user that owns its database and nothing else is enough to bring it up to date", async () => {
  const [own] = await database.db.execute<{ name: string }>(sql`select current_database() as name`);
  await database.db.execute(sql.raw(`alter database ${own?.name} owner to ${plain}`));
  const door = await openDoor(database.address);
  await migrateDatabase({ url: door.url.replace("lvzhi@", `${plain}@`) });
  door.close();
  const [row] = await database.db.execute<{ owner: string }>(
    sql`select tableowner as owner from pg_tables where tablename = 'people'`,
  );
  expect(row?.owner).toBe(plain);
});

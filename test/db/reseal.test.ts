import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertAudit } from "#db/queries/audit.ts";
import { resealPage } from "#db/reseal.ts";
import { listSealedColumns, type SealedColumn } from "#db/sealed-columns.ts";
import { createVault } from "#db/vault.ts";
import { followChain } from "#src/actions/follow-audit.ts";
import { resealChain } from "#src/actions/reseal-audit.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

const old = createVault(TEST_KEY);
const fresh = createVault("the key that comes after it, long enough too");
let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(() => database.drop());

const columnNamed = (table: string): SealedColumn => {
  const found = listSealedColumns().find((one) => one.table === table);
  if (found === undefined) throw new Error(`${table} has no sealed column`);
  return found;
};

async function resealAll(column: SealedColumn) {
  const pages = [];
  let after: readonly string[] | undefined;
  do {
    const from = after;
    const page = await database.db.transaction((tx) => resealPage(tx, column, { old, fresh }, from));
    if (page.last !== undefined) pages.push(page);
    after = page.last;
  } while (after !== undefined);
  return pages;
}

test("every column of bytes in the database is known to be sealed, or to be the audit's chain", async () => {
  const rows = await database.db.execute<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' order by 1`);
  const known = listSealedColumns().map(({ table, column }) => `${table}.${column}`);
  expect(rows.map((row) => row.name)).toEqual([...known, "audit.seal"].sort());
});

test("what people wrote opens with the new key only, however their addresses sort", async () => {
  const conversations = ["web:main:A", "web:main:b", "web:main:_", "web:main:王", "web:main:-1"];
  for (const [index, one] of conversations.entries())
    for (const seq of [2, 10])
      await database.db.execute(sql`
        insert into web_messages (conversation, seq, key, kind, body, at)
        values (${one}, ${seq}, ${`${index}/${seq}`}, 'help.menu', ${old.seal(`${one}/${seq}`)}, now())`);
  const pages = await resealAll(columnNamed("web_messages"));
  expect(pages.reduce((sum, page) => sum + page.resealed, 0)).toBe(10);
  const rows = await database.db.execute<{ words: string; body: Buffer }>(
    sql`select conversation || '/' || seq as words, body from web_messages`,
  );
  for (const { words, body } of rows) {
    expect(fresh.open(body)).toBe(words);
    expect(() => old.open(body)).toThrow();
  }
});

test("a second run changes nothing, and what opens with neither key is named and left as it was", async () => {
  await database.db.execute(sql`insert into dialogs (conversation, state, updated_at)
    values ('a', ${old.seal("{}")}, now()), ('b', ${Buffer.from("damaged, and long enough to be a value")}, now())`);
  const [first] = await resealAll(columnNamed("dialogs"));
  expect(first).toMatchObject({ resealed: 1, before: 0, unreadable: ["b"] });
  const state = () => database.db.execute(sql`select * from dialogs order by conversation`);
  const before = await state();
  const [second] = await resealAll(columnNamed("dialogs"));
  expect(second).toMatchObject({ resealed: 0, before: 1, unreadable: ["b"] });
  expect(await state()).toEqual(before);
});

test("large files are taken a few at a time", async () => {
  const big = old.sealBytes(Buffer.alloc(3_000_000, 1));
  for (const id of ["a", "b", "c"])
    await database.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes)
      values (${id}, 'c', 'n', 'image/png', 3000000, ${big})`);
  const pages = await resealAll(columnNamed("attachments"));
  expect(pages.map((page) => page.resealed)).toEqual([2, 1]);
});

test("the audit is whole under the new key, and one that was tampered with is not sealed over", async () => {
  const note = (subjectId: number) =>
    database.db.transaction((tx) =>
      insertAudit(tx, [
        { at: at("2026-11-25 09:00"), actorId: 1, action: "contact.read", subject: "opinion", subjectId },
      ]),
    );
  for (const id of [1, 2, 3]) await note(id);
  await runAt(database.db, "audit-seal", at("2026-11-25 09:00"));
  const reseal = () => database.db.transaction((tx) => resealChain(tx, old.mac, fresh.mac));
  const verify = () => database.db.transaction((tx) => followChain(tx, fresh.mac));
  expect(await reseal()).toMatchObject({ lines: 3 });
  expect(await verify()).toMatchObject({ lines: 3 });
  expect(await reseal()).toMatchObject({ lines: 3 });
  await database.db.execute(sql`update audit set actor_id = 2 where subject_id = 2`);
  expect(await reseal()).toHaveProperty("wrong");
});

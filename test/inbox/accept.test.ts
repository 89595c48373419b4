import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { claimMessages, markDone } from "#db/queries/inbox.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createKnows } from "#src/compose/overseas.ts";
import { createAccept } from "#src/inbox/accept.ts";
import { createAllowance } from "#src/kernel/allowance.ts";
import type { Accepted } from "#src/message/channel.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { openDoor } from "#test/support/postgres-door.ts";

const vault = createVault("a key for tests, long enough to be one");
let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const message = (conversation: string, externalId: string): InboundMessage => ({
  channel: "web",
  bot: "test",
  externalId,
  conversation: `web:test:${conversation}`,
  sender: `web:test:${conversation}`,
  sentAt: new Date("2026-09-16T09:00:00+08:00"),
  body: { kind: "text", text: "昨天走访了12户", attachments: [] },
});

test("a message that is delivered many times at once is stored once", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  const other = createAccept(database.db, vault, () => undefined);
  const deliveries = Array.from({ length: 40 }, (_, index) =>
    (index % 2 === 0 ? accept : other)(message("liming", `same-${index % 4}`)),
  );
  const answers = await Promise.all(deliveries);
  expect(answers.filter((answer) => !answer.duplicate)).toHaveLength(4);
});

test("messages that share a commit keep the order in which they arrived", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  const ids = Array.from({ length: 20 }, (_, index) => `in-order-${index}`);
  await Promise.all(ids.map((id) => accept(message("wangfang", id))));
  const rows = await database.db.execute<{ id: string }>(
    sql`select external_id id from inbox where conversation = 'web:test:wangfang' order by inbox.id`,
  );
  await database.db.execute(sql`delete from inbox where conversation = 'web:test:wangfang'`);
  expect(rows.map((row) => row.id)).toEqual(ids);
});

test("what no database can hold is refused alone; those who share its commit are stored in their order", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  const ids = ["first", "shared-1", "shared-\u0000", "shared-2", "shared-1"];
  const answers = await Promise.allSettled(ids.map((id) => accept(message("chenjianguo", id))));
  expect(answers.map((one) => (one.status === "fulfilled" ? one.value.duplicate : "refused"))).toEqual([
    false,
    false,
    "refused",
    false,
    true,
  ]);
  const rows = await database.db.execute<{ id: string }>(
    sql`select external_id id from inbox where conversation = 'web:test:chenjianguo' order by inbox.id`,
  );
  await database.db.execute(sql`delete from inbox where conversation = 'web:test:chenjianguo'`);
  expect(rows.map((row) => row.id)).toEqual(["first", "shared-1", "shared-2"]);
});

test("several workers take each conversation in order, and a late worker changes nothing", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  for (let index = 0; index < 30; index += 1) await accept(message(`c${index % 3}`, `m${index}`));
  const seen: number[] = [];
  const worker = async (name: string): Promise<void> => {
    for (;;) {
      const claimed = await database.db.transaction((tx) => claimMessages(tx, name, 2));
      if (claimed.length === 0) return;
      const done = await database.db.transaction((tx) => markDone(tx, claimed, new Date(0)));
      seen.push(...done);
      const again = await database.db.transaction((tx) => markDone(tx, claimed, new Date(0)));
      expect(again.size).toBe(0);
    }
  };
  await Promise.all(["a", "b", "c", "d"].map(worker));
  await worker("last");
  const rows = await database.db.execute<{ n: number }>(
    sql`select count(*)::int n from inbox where status = 'done'`,
  );
  expect(rows[0]?.n).toBe(34);
  expect(new Set(seen).size).toBe(seen.length);
});

test("a claim that nobody finishes is taken over by a higher token, and the old one is refused", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  await accept(message("zombie", "z1"));
  const [first] = await database.db.transaction((tx) => claimMessages(tx, "zombie", 1));
  await database.db.execute(
    sql`update inbox set lease_until = now() - interval '1 s' where status = 'waiting'`,
  );
  const [second] = await database.db.transaction((tx) => claimMessages(tx, "heir", 1));
  expect(second?.id).toBe(first?.id);
  expect(second?.claims).toBe(2);
  const late = await database.db.transaction((tx) => markDone(tx, first ? [first] : [], new Date(0)));
  const heir = await database.db.transaction((tx) => markDone(tx, second ? [second] : [], new Date(0)));
  expect([late.size, heir.size]).toEqual([0, 1]);
});

test("a message that is delivered again over the measure is no more than it was; the next is told of it", async () => {
  const allowance = createAllowance({ most: 2, perMs: 60_000 }, () => 0);
  const accept = createAccept(database.db, vault, () => undefined, allowance);
  const sent = ["measure-1", "measure-2", "measure-2", "measure-3", "measure-4"];
  const answers: Accepted[] = [];
  for (const id of sent) answers.push(await accept(message("zhaoqiang", id)));
  const tooMany = { duplicate: false, tooMany: true };
  expect(answers).toEqual([
    { duplicate: false },
    { duplicate: false },
    { duplicate: true },
    tooMany,
    tooMany,
  ]);
  const rows = await database.db.execute<{ id: string }>(
    sql`select external_id id from inbox where conversation = 'web:test:zhaoqiang' order by inbox.id`,
  );
  expect(rows.map((row) => row.id)).toEqual(["measure-1", "measure-2", "measure-3/too-many"]);
});

test("a database that is away is a fault with a name, at every door a deputy's message comes through", async () => {
  const door = await openDoor(database.address);
  const far = openDatabase({ url: door.url });
  const accept = createAccept(far.db, vault, () => undefined);
  const files = createFileStore(far.db, vault, { clock: () => new Date(), zone: "Asia/Shanghai" });
  await accept(message("zhaomin", "before"));
  door.close();
  const tries = [
    () => accept(message("zhaomin", "while-away")),
    () => createKnows(far.db)("web:test:zhaomin"),
    () => files.kept("web:test:zhaomin", "photo"),
    () => files.save("web:test:zhaomin", { name: "a.png", type: "image/png", bytes: Buffer.from("x") }),
  ];
  const answers = await Promise.allSettled(tries.map((one) => one()));
  await far.close();
  expect(answers).toEqual(
    tries.map(() => ({
      status: "rejected",
      reason: expect.objectContaining({ name: "Fault", code: "database.unreachable" }) as unknown,
    })),
  );
});

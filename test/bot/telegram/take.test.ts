import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createClient } from "#bot/telegram/client.ts";
import { createTake, type TakeParts } from "#bot/telegram/take.ts";
import { createVault } from "#db/vault.ts";
import { createIsAwaited } from "#src/compose/awaited.ts";
import { createFileStore } from "#src/compose/files.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { PNG } from "#test/support/channel-contract.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";

const NOW = new Date("2026-09-16T09:00:00+08:00");
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let server: TelegramServer;
let accepted: InboundMessage[];
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  server = await startTelegram();
  accepted = [];
});
afterEach(() => server.close());

/** What takes updates in, with files in a real database. */
const takeWith = (more: Partial<TakeParts>) => {
  const vault = createVault("a key for tests, long enough to be one");
  const take = createTake({
    bot: "7000001",
    client: createClient(server.token, server.root),
    accept: (message) => Promise.resolve({ duplicate: accepted.push(message) > 1 }),
    knows: () => Promise.resolve(true),
    files: createFileStore(database.db, vault, { clock: () => NOW, zone: "Asia/Shanghai" }),
    clock: () => NOW,
    log: silentLog,
    taken: () => undefined,
    ...more,
  });
  return (update: Parameters<typeof take.whole>[0]) => take.whole(update, AbortSignal.timeout(10_000));
};
const photo = (sender: number) => telegramPerson(server, sender).sendsPhoto({ name: "现场.png", bytes: PNG });
const withPhoto = expect.objectContaining({ attachments: [expect.objectContaining({ type: "image/png" })] });

test("a database that was away through five deliveries costs nobody a photo", async () => {
  let away = true;
  const knows = () => (away ? Promise.reject(new Error("the database is away")) : Promise.resolve(true));
  const take = takeWith({ knows });
  const update = photo(50);
  for (let n = 0; n < 5; n += 1) await expect(take(update)).rejects.toThrow("away");
  away = false;
  await take(update);
  expect(accepted.map(({ body }) => body)).toEqual([withPhoto]);
});

test("a photo that cannot be fetched five times is given up, and its sender is told", async () => {
  server.interfere = ({ method }) => (method === "getFile" ? "hang-up" : undefined);
  const take = takeWith({});
  const update = photo(51);
  for (let n = 0; n < 5; n += 1) await expect(take(update)).rejects.toThrow(/Telegram/u);
  await take(update);
  expect(accepted.map(({ body }) => body)).toEqual([{ kind: "unreadable", what: "file" }]);
});

test("a Bot API server of one's own in local mode names files on its disk: they are read there, and no others", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-bot-api-"));
  const place = path.join(folder, server.token, "photos");
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, "file_0.png"), PNG);
  writeFileSync(path.join(folder, "secret.png"), PNG);
  const names = [path.join(place, "file_0.png"), path.join(place, "..", "..", "secret.png")];
  server.interfere = ({ method }) =>
    method === "getFile"
      ? {
          status: 200,
          body: { ok: true, result: { file_id: "1", file_unique_id: "1", file_path: names.shift() } },
        }
      : undefined;
  const take = takeWith({});
  await take(photo(60));
  expect(accepted.map(({ body }) => body)).toEqual([withPhoto]);
  await expect(take(photo(61))).rejects.toMatchObject({ code: "channel.unreachable" });
  rmSync(folder, { recursive: true });
});

test("a photo of a delivery that comes again is kept once, in whatever process", async () => {
  const update = photo(52);
  await takeWith({})(update);
  await Promise.all([takeWith({})(update), takeWith({})(update)]);
  const rows = await database.db.execute(sql`select id from attachments where conversation like '%:52'
    and id = ${accepted[0]?.body.kind === "text" ? (accepted[0].body.attachments[0]?.id ?? "") : ""}`);
  expect(rows).toHaveLength(1);
  expect(new Set(accepted.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test("a conversation is awaited while its message or its long work is not done", async () => {
  const { db } = database;
  const isAwaited = createIsAwaited(db);
  expect(await isAwaited("telegram:7000001:42")).toBe(false);
  await db.execute(sql`insert into inbox (channel, bot, external_id, conversation, sender, sent_at)
    values ('telegram', '7000001', 'awaited', 'telegram:7000001:42', 'telegram:7000001:42', now())`);
  expect(await isAwaited("telegram:7000001:42")).toBe(true);
  expect(await isAwaited("telegram:7000001:43")).toBe(false);
  await db.execute(sql`update inbox set status = 'done'`);
  await db.execute(sql`with one as (insert into people (name, kind) values ('孙丽', 'member') returning id)
    insert into tasks (key, kind, person_id, conversation, body, created_at)
    select 'awaited', 'export', id, 'telegram:7000001:42', ${randomBytes(4)}, now() from one`);
  expect(await isAwaited("telegram:7000001:42")).toBe(true);
});

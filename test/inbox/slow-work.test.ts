import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepFile } from "#bot/keep-file.ts";
import { LONGEST_IDLE_MS } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createAccept } from "#src/inbox/accept.ts";
import { processMessages } from "#src/inbox/process.ts";
import { createRegister, type InboxParts } from "#src/inbox/situation.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { planFile } from "#test/support/plan-file.ts";
import { silentLog } from "#test/support/silent-log.ts";

const NOW = new Date("2026-09-16T09:00:00+08:00");
const vault = createVault("a key for tests, long enough to be one");

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let parts: InboxParts;
beforeAll(async () => {
  database = await cloneDatabase();
  const { db } = database;
  await db.transaction((tx) => seedDemo(tx, NOW));
  const policy = readPolicy("policy/wudang.yaml");
  parts = {
    db,
    vault,
    clock: () => NOW,
    zone: "Asia/Shanghai",
    log: silentLog,
    random: () => 0,
    holder: "test",
    policy,
    register: createRegister(db, policy, () => performance.now()),
    running: [{ channel: "web", bot: "demo" }],
    writeDocument: () => Promise.resolve(new Uint8Array()),
    workbooks: {
      read: async () => {
        await sleep(LONGEST_IDLE_MS + 300);
        return "not-xlsx";
      },
      write: () => Promise.resolve(new Uint8Array()),
    },
  };
});
afterAll(() => database.drop());

async function hear(who: string, text: string, attachments: readonly AttachmentRef[] = []): Promise<void> {
  const conversation = `web:demo:${who}` as const;
  const accept = createAccept(database.db, vault, () => undefined);
  await accept({
    channel: "web",
    bot: "demo",
    externalId: who,
    conversation,
    sender: conversation,
    sentAt: NOW,
    body: { kind: "text", text, attachments },
  });
}

test("work that outlasts its transaction is the fault of its own message, and of nobody beside it", async () => {
  const files = createFileStore(database.db, vault, { clock: () => NOW, zone: "Asia/Shanghai" });
  const bytes = Buffer.from(await planFile([]));
  const kept = await keepFile(files, "web:demo:clerk-yangchang", { name: "计划.xlsx", bytes });
  if (typeof kept === "string") throw new Error(kept);
  await hear("clerk-yangchang", "", [kept]);
  await hear("liming", "帮助");
  await processMessages(parts);
  const found = await database.db.execute(sql`select status, failures from inbox order by id`);
  expect([...found]).toEqual([
    { status: "waiting", failures: 1 },
    { status: "done", failures: 0 },
  ]);
}, 30_000);

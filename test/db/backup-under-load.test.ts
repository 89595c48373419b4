import { randomUUID } from "node:crypto";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBackup } from "#db/backup.ts";
import { connect } from "#db/client.ts";
import { restoreBackup } from "#db/restore.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { sumTables } from "#test/support/table-sums.ts";

const BACKUPS = 3;
const SPEAKERS = ["liming", "wangfang", "chenjianguo", "wuhongmei", "zhouzhiqiang", "passer-by"];

const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-load-"));
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

/** Lets everybody speak without a pause until told to stop; how many messages there were. */
function speakOn(): { readonly stop: () => Promise<number> } {
  let stopping = false;
  let sent = 0;
  const speak = async (who: string): Promise<void> => {
    while (!stopping) {
      const text = sent % 2 === 0 ? `昨天走访黄连村${(sent % 40) + 2}户` : "对";
      sent += 1;
      const conversation = `web:demo:${who}`;
      await city.service.accept({
        channel: "web",
        bot: "demo",
        externalId: randomUUID(),
        conversation,
        sender: conversation,
        sentAt: city.now,
        body: { kind: "text", text, attachments: [] },
      });
    }
  };
  const speaking = SPEAKERS.map(speak);
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(speaking);
      return sent;
    },
  };
}

/** Backs up, and sums the tables within the very moment that the backup shows. */
async function backUp(file: string): Promise<{ rows: number; sums: Record<string, string> }> {
  const real = connect(city.database.address, 1);
  let sums: Record<string, string> = {};
  const summing = new Proxy(real, {
    get: (target, name) =>
      name === "begin"
        ? (mode: string, work: (tx: TransactionSql) => Promise<unknown>) =>
            target.begin(mode, async (tx) => {
              sums = await sumTables(tx);
              return work(tx);
            })
        : (Reflect.get(target, name, target) as unknown),
  });
  const { rows } = await writeBackup(summing, TEST_KEY, createWriteStream(file), city.now);
  await real.end();
  return { rows, sums };
}

const within = async <T>(file: string, work: (target: Sql) => Promise<T>): Promise<T> => {
  const other = await cloneDatabase();
  const target = connect(other.address, 1);
  try {
    await restoreBackup(target, TEST_KEY, file);
    return await work(target);
  } finally {
    await target.end();
    await other.drop();
  }
};

test("while everybody speaks, each backup is one moment, and restored elsewhere every table is equal to it", async () => {
  const speaking = speakOn();
  const moments: { file: string; rows: number; sums: Record<string, string> }[] = [];
  for (let at = 0; at < BACKUPS; at += 1) {
    const file = path.join(folder, `${at}.backup`);
    moments.push({ file, ...(await backUp(file)) });
  }
  const sent = await speaking.stop();
  expect(sent).toBeGreaterThan(50);
  const rows = moments.map((one) => one.rows);
  expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
  for (const { file, sums } of moments) {
    await within(file, async (target) => {
      expect(await sumTables(target)).toEqual(sums);
      // What was handled in that moment has its answer in that moment.
      const [torn] = await target<{ n: number }[]>`
        select count(*)::int as n from inbox i where status = 'done'
          and not exists (select 1 from outbox o where o.key like 'in:' || i.id || ':%')
          and i.conversation <> 'web:demo:passer-by'`;
      expect(torn?.n).toBe(0);
      const [next] = await target<{ id: string }[]>`
        insert into inbox (channel, bot, external_id, conversation, sender, sent_at)
        values ('web', 'demo', 'next', 'c', 'c', now()) returning id::text`;
      const [most] = await target<{ id: string }[]>`select max(id)::text as id from inbox`;
      expect(next?.id).toBe(most?.id);
    });
  }
}, 120_000);

test("the service went on meanwhile: whatever was sent was handled", async () => {
  const waiting = async (): Promise<number> => {
    const [row] = await city.database.db.execute<{ n: number }>(
      sql`select count(*)::int n from inbox where status <> 'done'`,
    );
    return row?.n ?? -1;
  };
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
}, 70_000);

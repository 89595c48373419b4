import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteBackup } from "#src/compose/backup-age.ts";
import type { HeardLately } from "#bot/telegram/hearing.ts";
import { createMetrics } from "#src/compose/metrics.ts";
import { at, ZONE } from "#test/support/clockwork.ts";
import { holidaysOf } from "#test/support/holidays-of.ts";
import { cloneDatabase } from "#test/support/database.ts";

const NOW = at("2026-11-25 09:00");
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let isLoggedIn = true;
let isLeading = true;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

let heard: HeardLately | null = { silentMs: 90_000, pending: 7, failures: 3 };
const networks = () => [
  { name: "wechat", bot: "main", isLoggedIn: () => isLoggedIn, isLeading: () => isLeading },
  { name: "telegram", bot: "7000001", heardLately: () => heard },
];
const read = async (
  now = NOW,
  decided: Readonly<Record<string, "holiday" | "workday">> = {},
): Promise<ReadonlyMap<string, number>> => {
  const text = await createMetrics({ db: database.db, clock: () => now, zone: ZONE, decided, networks })();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.replace(/ \S+$/u, ""), Number(line.split(" ").at(-1))]));
};

test("a message that is stuck shows: how many wait, how long, how many were given up", async () => {
  await database.db.execute(sql`
    insert into inbox (channel, bot, external_id, conversation, sender, sent_at, received_at, status)
    select 'web', 'main', s, 'c', 'c', now(), now() - interval '90 seconds', s from unnest(array['waiting', 'dead']) s`);
  const figures = await read();
  expect(figures.get("lvzhi_inbox_waiting")).toBe(1);
  expect(figures.get("lvzhi_inbox_oldest_seconds")).toBeGreaterThanOrEqual(90);
  expect(figures.get("lvzhi_inbox_buried")).toBe(1);
});

test("what is due and does not go out shows, and what no network took", async () => {
  await database.db.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, due_at, status)
    values ('web', 'main', 'c', 'due', 'k', ${NOW.toISOString()}::timestamptz - interval '10 minutes', 'new'),
      ('web', 'main', 'c', 'later', 'k', ${NOW.toISOString()}::timestamptz + interval '1 hour', 'new'),
      ('web', 'main', 'c', 'failed', 'k', now(), 'failed')`);
  const figures = await read();
  expect(figures.get("lvzhi_outbox_due")).toBe(1);
  expect(figures.get("lvzhi_outbox_oldest_seconds")).toBe(600);
  expect(figures.get("lvzhi_outbox_failed")).toBe(1);
});

test("a network that was logged out shows, and is told from one whose log-in another process holds", async () => {
  const shown = async () => {
    const figures = await read();
    return ["leads", "logged_in"].map((what) => figures.get(`lvzhi_channel_${what}{channel="wechat"}`));
  };
  expect(await shown()).toEqual([1, 1]);
  isLoggedIn = false;
  expect(await shown()).toEqual([1, 0]);
  isLeading = false;
  expect(await shown()).toEqual([0, 0]);
});

test("a year without holiday data shows, and last year's label is gone in the new year", async () => {
  expect((await read()).get('lvzhi_calendar_known{year="2026"}')).toBe(1);
  const later = await read(at("2040-01-01 00:01"));
  expect(later.get('lvzhi_calendar_known{year="2040"}')).toBe(0);
  expect(later.has('lvzhi_calendar_known{year="2039"}')).toBe(false);
});

test("a year whose holidays the policy file lists is known, and one day of it makes it no known year", async () => {
  const now = at("2040-01-01 00:01");
  expect((await read(now, { "2040-01-02": "holiday" })).get('lvzhi_calendar_known{year="2040"}')).toBe(0);
  expect((await read(now, holidaysOf(2040))).get('lvzhi_calendar_known{year="2040"}')).toBe(1);
});

test("guesses at codes and the age of the last backup show", async () => {
  await database.db.execute(sql`
    insert into code_attempts (sender, hit, at) values ('x', false, ${NOW.toISOString()}::timestamptz),
      ('x', true, ${NOW.toISOString()}::timestamptz), ('x', false, ${NOW.toISOString()}::timestamptz - interval '2 hours')`);
  const before = await read();
  expect(before.get("lvzhi_codes_failed_hour")).toBe(1);
  expect(before.get("lvzhi_backup_age_seconds")).toBe(-1);
  await database.db.transaction((tx) => noteBackup(tx, at("2026-11-24 09:00")));
  expect((await read()).get("lvzhi_backup_age_seconds")).toBe(86_400);
});

test("every figure has its alarm on the page, and every alarm its figure", async () => {
  const named = [...(await read()).keys()].map((name) => name.replace(/\{.*/u, ""));
  const listed = [...readFileSync("docs/operations.md", "utf8").matchAll(/^\| `(lvzhi_\w+)` \|/gmu)];
  expect(listed.map(([, name = ""]) => name).sort()).toEqual([...new Set(named)].sort());
});

test("a bot that Telegram tells nothing any more is seen by its silence, and by what waits there", async () => {
  const bot = '{channel="telegram",bot="7000001"}';
  const before = await read();
  expect(before.get(`lvzhi_channel_silent_seconds${bot}`)).toBe(90);
  expect(before.get(`lvzhi_channel_pending${bot}`)).toBe(7);
  expect(before.get(`lvzhi_channel_delivery_failures${bot}`)).toBe(3);
  heard = null;
  expect([...(await read()).keys()]).not.toContain(`lvzhi_channel_silent_seconds${bot}`);
});

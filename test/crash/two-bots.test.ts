import { type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TEST_KEY } from "#test/support/city.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { eventually } from "#test/support/eventually.ts";
import { type Door, openDoor } from "#test/support/postgres-door.ts";
import { launchService } from "#test/support/started.ts";
import { type Front, openFront } from "#test/support/telegram/front.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";

// The whole program twice on one database, both with the same two bots. Telegram knows which process polls which bot.
const TAKEOVER_MS = 10_000;
const WATCHED_MS = 3_000;
const NAMES = ["first", "second"] as const;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let door: Door;
let bots: readonly TelegramServer[];
let front: Front;
let folder: string;
let processes: Map<string, ChildProcess>;
let polls: { readonly bot: string; readonly by: string; readonly at: number }[];

beforeEach(async () => {
  database = await cloneDatabase();
  door = await openDoor(database.address);
  bots = [await startTelegram(), await startTelegram({ token: "7000002:a-token-of-the-second-fake" })];
  polls = [];
  for (const bot of bots)
    bot.interfere = ({ method, via = "", payload }) => {
      if (method === "getUpdates" && Number(payload["timeout"]) > 0)
        polls.push({ bot: bot.token, by: via, at: performance.now() });
      return undefined;
    };
  front = await openFront(bots);
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-two-bots-"));
  const started = await Promise.all(NAMES.map(async (name) => [name, await launch(name)] as const));
  processes = new Map(started);
}, 60_000);
afterEach(async () => {
  for (const child of processes.values()) await kill(child);
  await front.close();
  for (const bot of bots) await bot.close();
  door.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const launch = (name: string): Promise<ChildProcess> =>
  launchService({
    DATABASE_URL: door.url,
    DATA_DIR: path.join(folder, name),
    PORT: "0",
    FIELD_KEY: TEST_KEY,
    ALLOW_OVERSEAS_CHANNEL: "1",
    OVERSEAS_DECISION: "乌常办〔2026〕3号 2026-03-01",
    TELEGRAM_TOKEN: bots.map(({ token }) => token).join(","),
    TELEGRAM_API_ROOT: `${front.root}/via/${name}`,
  });

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Which processes have polled a bot since a moment. */
const pollersOf = ({ token }: TelegramServer, since: number): string[] => [
  ...new Set(polls.filter(({ bot, at }) => bot === token && at > since).map(({ by }) => by)),
];

/** Somebody says something to each bot under the same chat and number; each bot answers its own, once. */
async function bothAreAnswered(chat: number): Promise<void> {
  const people = bots.map((bot) => telegramPerson(bot, chat));
  const said = people.map((person) => person.says("你好"));
  expect(new Set(said.map((update) => update.update_id)).size).toBe(1);
  await eventually(() => {
    for (const person of people) expect(person.sees()).toHaveLength(1);
  }, TAKEOVER_MS + 5_000);
}

test("each of two bots is polled by one process, answers for itself, and is followed when that process dies", async () => {
  await eventually(() => {
    for (const bot of bots) expect(pollersOf(bot, 0)).not.toEqual([]);
  }, TAKEOVER_MS);
  await bothAreAnswered(77);
  await sleep(WATCHED_MS);
  for (const bot of bots) expect(pollersOf(bot, 0)).toHaveLength(1);

  const [leader = ""] = bots.flatMap((bot) => pollersOf(bot, 0));
  const killed = performance.now();
  await kill(processes.get(leader));
  await bothAreAnswered(78);
  const other = NAMES.find((name) => name !== leader);
  for (const bot of bots) {
    expect(pollersOf(bot, killed)).toEqual([other]);
    const taken = polls.find(({ bot: token, by, at }) => token === bot.token && by === other && at > killed);
    expect((taken?.at ?? Infinity) - killed).toBeLessThanOrEqual(TAKEOVER_MS);
  }
}, 90_000);

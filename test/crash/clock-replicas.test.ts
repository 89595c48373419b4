import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tallyReminders } from "#db/queries/reminders.ts";
import type { ClockReplica, ReplicaNews, SetClock } from "#test/support/clock-replica.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { eventually } from "#test/support/eventually.ts";
import { addMixedCrowd, MIXED } from "#test/support/mixed-crowd.ts";

// Three processes on one database, whose clocks are ten seconds behind, right, and ten seconds ahead.
type Replica = { readonly holder: string; readonly skewMs: number; child: ChildProcess; runs: number };
type Taken = { readonly key: string; readonly repeat: boolean };

const PROGRAM = fileURLToPath(new URL("../support/clock-replica.ts", import.meta.url));
const SKEWS_MS = [-10_000, 0, 10_000];
const SLOT_MS = 300_000;
const IN_THE_MIDDLE = 1_500;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let folder: string;
let replicas: Replica[];
let aheadMs: number;

beforeAll(async () => {
  database = await cloneDatabase();
  await addMixedCrowd(database.db);
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-clocks-"));
  aheadMs = MIXED.due.getTime() + 15_000 - Date.now();
  replicas = SKEWS_MS.map((skewMs, nth) => {
    const holder = `replica-${nth}`;
    return { holder, skewMs, child: start(holder, skewMs), runs: 0 };
  });
  await Promise.all(replicas.map(whenReady));
}, 60_000);
afterAll(async () => {
  for (const { child } of replicas) await kill(child);
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function start(holder: string, skewMs: number): ChildProcess {
  const file = path.join(folder, `${holder}.jsonl`);
  const settings: ClockReplica = {
    database: database.address,
    holder,
    aheadMs: aheadMs + skewMs,
    file,
  };
  return fork(PROGRAM, [JSON.stringify(settings)], { execArgv: [] });
}

const whenReady = (replica: Replica): Promise<void> =>
  new Promise((resolve, reject) => {
    replica.child.on("message", ({ is }: ReplicaNews) => {
      if (is === "ready") resolve();
      else replica.runs += 1;
    });
    replica.child.once("exit", () => reject(new Error(`${replica.holder} ended before it was ready`)));
  });

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Lets so much time pass, for all of them at once. */
function pass(ms: number): void {
  aheadMs += ms;
  for (const { child, skewMs } of replicas) child.send({ aheadMs: aheadMs + skewMs } satisfies SetClock);
}

async function count(what: "decided" | "to-send"): Promise<number> {
  const [row] = await database.db.execute<{ n: number }>(
    what === "decided"
      ? sql`select count(*)::int n from reminders where schedule = ${MIXED.job} and state <> 'waiting'`
      : sql`select count(*)::int n from outbox where status in ('new', 'sending')`,
  );
  return row?.n ?? 0;
}

const taken = (): readonly Taken[] =>
  replicas
    .map(({ holder }) => path.join(folder, `${holder}.jsonl`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as Taken);

test("one of three processes is killed in the middle of ten thousand due things and started again: each is handled once, and the sum holds", async () => {
  pass(0);
  await eventually(async () => expect(await count("decided")).toBeGreaterThan(IN_THE_MIDDLE), 20_000);
  const victim = replicas.find(({ runs }) => runs > 0);
  if (victim === undefined) throw new Error("nobody runs the job");
  await kill(victim.child);
  expect(await count("decided")).toBeLessThan(10_000);
  victim.child = start(victim.holder, victim.skewMs);
  await whenReady(victim);
  pass(SLOT_MS);
  await eventually(async () => expect(await count("decided")).toBe(10_000), 20_000);
  await eventually(async () => expect(await count("to-send")).toBe(0), 30_000);
  const { job: schedule, through, tally } = MIXED;
  expect(await database.db.transaction((tx) => tallyReminders(tx, { schedule, through }))).toEqual(tally);
  // The network may have had what was on its way when the process died; it says so where it comes again.
  const plain = taken().filter(({ repeat }) => !repeat);
  const keys = new Set(taken().map(({ key }) => key));
  expect(keys.size).toBe(tally.sent);
  expect(new Set(plain.map(({ key }) => key)).size).toBe(plain.length);
}, 90_000);

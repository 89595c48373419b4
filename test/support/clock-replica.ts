import { appendFileSync } from "node:fs";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseAddress, openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import type { Job } from "#jobs/job.ts";
import { runJob } from "#jobs/run-job.ts";
import { createService } from "#src/compose/service.ts";
import { Fault } from "#src/kernel/fault.ts";
import { TEST_KEY } from "./city.ts";
import { jobNamed, jobPartsAt } from "./clockwork.ts";
import { listRefused, MIXED } from "./mixed-crowd.ts";
import { readPolicy } from "./policy.ts";
import { silentLog } from "./silent-log.ts";
import { createWire } from "./wire.ts";

// One process of the service with a clock of its own, poked all the time once it may begin: what a test starts, kills and starts again.
// What its network took stands in a file, which nobody takes with him who dies.

/** What it is started with, as its one argument in JSON. */
export type ClockReplica = {
  readonly database: DatabaseAddress;
  readonly holder: string;
  /** How far its clock is ahead of the real one, in milliseconds. */
  readonly aheadMs: number;
  readonly file: string;
};
/** Its clock is set; with the first word of it the process begins. */
export type SetClock = { readonly aheadMs: number };
/** What it tells: it is ready, or the run of the job is its. */
export type ReplicaNews = { readonly is: "ready" | "runs" };

const POKE_MS = 50;

const settings = JSON.parse(process.argv[2] ?? "{}") as ClockReplica;
let { aheadMs } = settings;
process.on("message", (told: SetClock) => {
  ({ aheadMs } = told);
});
const tell = (news: ReplicaNews): void => void process.send?.(news);
const clock = (): Date => new Date(Date.now() + aheadMs);

const database = openDatabase(settings.database);
const refused = await listRefused(database.db);
const wire = createWire();
wire.onSend = ({ conversation, key, mayRepeat }) => {
  if (refused.has(conversation)) return Promise.reject(new Fault("channel.blocked", "blocked"));
  appendFileSync(settings.file, `${JSON.stringify({ key, repeat: mayRepeat })}\n`);
  return Promise.resolve();
};
const service = createService({
  database,
  vault: createVault(TEST_KEY),
  clock,
  zone: "Asia/Shanghai",
  log: silentLog,
  random: Math.random,
  policy: readPolicy(MIXED.patch),
  monotonic: () => performance.now(),
  holder: settings.holder,
  channels: () => [wire],
});
await service.start();
tell({ is: "ready" });
// Nobody begins before all are there.
await once(process, "message");

const parts = { ...jobPartsAt(database.db, clock(), MIXED.patch), clock };
const job = jobNamed(MIXED.job);
const told: Job = {
  ...job,
  run: (...run) => {
    tell({ is: "runs" });
    return job.run(...run);
  },
};
for (;;) {
  const work = await runJob(parts, told);
  if (work !== null && work.tally.due > 0) service.tell("outbox");
  await sleep(POKE_MS);
}

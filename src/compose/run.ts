import type { FastifyInstance } from "fastify";
import { createWebChannel } from "#bot/web/channel.ts";
import { pageRoutes } from "#bot/web/page.ts";
import { type WebOptions, webRoutes } from "#bot/web/routes.ts";
import type { FileStore } from "#src/message/file-store.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Db, isTransient } from "#db/client.ts";
import { CAST } from "#db/demo/cast.ts";
import { createVault } from "#db/vault.ts";
import { JOBS } from "#jobs/registry.ts";
import { createScheduler, type Scheduler } from "#jobs/scheduler.ts";
import { type HealthOptions, healthRoutes } from "#src/http/health.ts";
import { createServer } from "#src/http/server.ts";
import type { Clock } from "#src/kernel/clock.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { loadNetworks, type Network } from "./channels.ts";
import { keepClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { limitsOf } from "./limits.ts";
import { type DataDir, takeDataDir } from "./data-dir.ts";
import { fieldKeyOf } from "./field-key.ts";
import { createFileStore } from "./files.ts";
import { scannedFiles } from "./scanned-files.ts";
import { createScanner } from "./scanner.ts";
import { jobParts } from "./jobs.ts";
import { createMailbox } from "./mailbox.ts";
import { createMetrics } from "./metrics.ts";
import { type OpenedDatabase, openConfigured } from "./open.ts";
import type { LocalNames } from "#src/domain/local-names.ts";
import type { Policy } from "#src/domain/policy.ts";
import { readPolicy } from "./policy.ts";
import { webBotOf } from "./running-channels.ts";
import { findSecondReader } from "./second-reader.ts";
import { createReadiness } from "./readiness.ts";
import { createService, type Service } from "./service.ts";
import { createSessions } from "./sessions.ts";

/** A service that runs: where people reach it, and how it ends. */
export type Running = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts everything that the settings ask for, from the data folder upwards; `stop` goes back down the same way. */
export async function run(config: Config, real: Clock, log: Log): Promise<Running> {
  const dataDir = takeDataDir(config.DATA_DIR, process.pid);
  const undo: (() => Promise<void> | void)[] = [dataDir.release];
  // What cannot be ended in order must not keep the rest from it, the database above all.
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed())
      try {
        await step();
      } catch (error) {
        log.error("stop.failed", errorFacts(error));
      }
  };
  try {
    const clock = keepClock(config, dataDir.path, real);
    const key = fieldKeyOf(config, dataDir.path);
    const database = await openConfigured(config, dataDir.path, createVault(key), clock(), log);
    undo.push(database.stop);
    const house = await furnish(config, dataDir, key, database, clock, log);
    undo.push(house.service.stop);
    await house.service.start();
    house.scheduler.start();
    undo.push(house.scheduler.stop);
    const server = await createServer({
      host: config.HOST,
      port: config.PORT,
      trustProxy: config.TRUST_PROXY,
      localOnly: config.demo,
      ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
      isTransient: (error) => isTransient(error) || isAway(error),
      log,
      routes: house.routes,
    });
    const address = await server.listen();
    undo.push(server.close);
    return { url: config.PUBLIC_URL ?? address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type House = {
  readonly service: Service;
  readonly scheduler: Scheduler;
  readonly routes: (app: FastifyInstance) => Promise<void>;
};

function scanned(files: FileStore, { CLAMD_ADDRESS: address }: Config, log: Log): FileStore {
  return address === undefined ? files : scannedFiles(files, createScanner(address), log);
}

const isAway = (error: unknown): boolean => error instanceof Fault && error.code === "scanner.away";

const monotonic = (): number => performance.now();

async function furnish(
  config: Config,
  dataDir: DataDir,
  key: string,
  database: OpenedDatabase,
  clock: Clock,
  log: Log,
): Promise<House> {
  const { db } = database;
  const vault = createVault(key);
  const policy = readPolicy(config.POLICY_FILE);
  const bot = webBotOf(config);
  const limits = limitsOf(config, policy, monotonic);
  const mailbox = createMailbox(db, vault, { clock, zone: config.TIME_ZONE }, () => service.tell("web"));
  const kept = createFileStore(db, vault, { clock, zone: config.TIME_ZONE }, limits.files);
  const files = scanned(kept, config, log);
  const jobs = jobParts(config, db, vault, clock, log);
  const outside = { database, folder: dataDir.path, jobs, files, clock, random: Math.random, log };
  const makeNetworks = await loadNetworks(config, outside);
  let networks: readonly Network[] = [];
  const service = createService({
    database,
    vault,
    clock,
    zone: config.TIME_ZONE,
    policy,
    log,
    random: Math.random,
    monotonic,
    allowance: limits.messages,
    holder: dataDir.holder,
    secondReader: await findSecondReader(config, log, monotonic),
    channels: (accept) => {
      networks = makeNetworks(accept);
      return [createWebChannel(bot, mailbox), ...networks];
    },
  });
  service.on("web", mailbox.wake);
  const reach = { zone: config.TIME_ZONE, running: jobs.running, wake: () => service.tell("outbox") };
  const sessions = createSessions(bot, { db, vault, log, clock, policy, monotonic, ...reach });
  const web = { bot, sessions, https: isHttps(config), accept: service.accept, mailbox, files, clock };
  const health = toHealth(db, { config, policy, clock }, () => networks);
  const routes = async (app: FastifyInstance): Promise<void> => {
    healthRoutes(app, health);
    for (const network of networks) network.routes?.(app);
    await addWebChat(app, web, config.demo, policy.names);
  };
  const scheduler = createScheduler(jobs, JOBS, () => service.tell("outbox"));
  return { service, scheduler, routes };
}

const isHttps = ({ PUBLIC_URL }: Config): boolean => PUBLIC_URL?.startsWith("https://") === true;

const toHealth = (
  db: Db,
  { config, policy, clock }: { readonly config: Config; readonly policy: Policy; readonly clock: Clock },
  networks: () => readonly Network[],
): HealthOptions => ({
  isReady: createReadiness(db, () => performance.now()),
  metrics: createMetrics({ db, clock, zone: config.TIME_ZONE, decided: policy.calendar, networks }),
  metricsToken: config.METRICS_TOKEN,
});

async function addWebChat(
  app: FastifyInstance,
  web: WebOptions,
  demo: boolean,
  { full, township, village }: LocalNames,
): Promise<void> {
  pageRoutes(app, demo, { full, township, village });
  await app.register(webRoutes, { prefix: "/api/chat", ...web, ...(demo ? { personas: CAST } : {}) });
}

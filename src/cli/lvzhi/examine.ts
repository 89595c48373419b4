import { sql } from "drizzle-orm";
import { type Database, isTransient, type Tx } from "#db/client.ts";
import { knownMigrations } from "#db/migrate.ts";
import { listMigrations } from "#db/migrations-done.ts";
import { countUnsealed } from "#db/queries/audit-chain.ts";
import { countBuriedSince, countWaiting } from "#db/queries/inbox.ts";
import { countOutgoing } from "#db/queries/outbox-counts.ts";
import { listTornRests } from "#db/queries/torn-rests.ts";
import type { Vault } from "#db/vault.ts";
import { type Day, yearOf } from "#src/domain/day.ts";
import { AHEAD_DAYS, findUnknownEnd } from "#src/domain/find-unknown-end.ts";
import { localDay } from "#src/domain/local-time.ts";
import { knownYears } from "#src/domain/known-years.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { Policy } from "#src/domain/policy.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { backupAgeSeconds } from "#src/compose/backup-age.ts";
import type { Config } from "#src/compose/config.ts";
import { keyProblem } from "#src/compose/field-key.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { callsFinding } from "./calls-finding.ts";
import { examineAccount } from "./examine-account.ts";
import { examineEntrance } from "./examine-entrance.ts";
import { examineNotices } from "./examine-notices.ts";
import { examineRoster } from "./examine-roster.ts";
import { examineTransport } from "./examine-transport.ts";
import { restsFinding } from "./rests-finding.ts";
import { secretsFinding } from "./secrets-finding.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** What is looked at, opened already; `freeBytes` is what the disk of the data directory has left. */
export type Examined = {
  readonly config: Config;
  readonly database: Pick<Database, "db" | "wire">;
  readonly vault: Vault;
  /** The service's own time, and this machine's. */
  readonly now: Date;
  readonly real: Date;
  readonly freeBytes: number;
};

/** Looks at what the service stands on, without changing anything: the database, its key and messages, the machine. */
export async function examine(parts: Examined): Promise<Finding[]> {
  const { config, now } = parts;
  const today = localDay(now, config.TIME_ZONE);
  const policy = readPolicy(config.POLICY_FILE);
  return [
    ...(await examineDatabase(parts)),
    diskFinding(parts.freeBytes, config.DATA_DIR),
    secretsFinding(config.DATA_DIR),
    ...(await examineEntrance(config, parts.real)),
    callsFinding(config),
    fine("zone", `${config.TIME_ZONE}, today is ${today}`),
    fine("rules", `${config.POLICY_FILE}: ${policy.title}`),
    calendarFinding(yearOf(today), today.slice(5), knownYears(OFFICIAL_DAYS, policy.calendar)),
    objectionFinding(policy, today),
  ];
}

async function examineDatabase(parts: Examined): Promise<Finding[]> {
  const { db, wire } = parts.database;
  try {
    const [server] = await db.execute<{ version: string; at: string }>(
      sql`select current_setting('server_version') as version, clock_timestamp() as at`,
    );
    const schema = schemaFinding(await listMigrations(wire));
    return [
      databaseFinding(server?.version ?? ""),
      await examineTransport(db, parts.config.DATABASE_URL),
      await examineAccount(db, parts.config.DATABASE_URL),
      clockFinding(new Date(server?.at ?? 0).getTime() - parts.real.getTime()),
      schema,
      ...(schema.fine ? await db.transaction((tx) => examineTables(tx, parts)) : []),
    ];
  } catch (error) {
    if (!isTransient(error)) throw error;
    return [
      wrong("database", "cannot be reached: check DATABASE_URL, and that PostgreSQL runs and has room"),
    ];
  }
}

async function examineTables(tx: Tx, { config, vault, now }: Examined): Promise<Finding[]> {
  const file = config.POLICY_FILE;
  const policy = readPolicy(file);
  const today = localDay(now, config.TIME_ZONE);
  return [
    keyFinding(await keyProblem(tx, vault)),
    await messagesFinding(tx, now),
    ...(await examineRoster(tx, policy, file, today)),
    restsFinding(await listTornRests(tx)),
    await examineNotices(tx, policy, file, today),
    auditFinding(await countUnsealed(tx), now),
    ...(config.demo ? [] : [backupFinding(await backupAgeSeconds(tx, now))]),
  ];
}

const databaseFinding = (version: string): Finding =>
  Number.parseInt(version, 10) >= 15
    ? fine("database", `PostgreSQL ${version}`)
    : wrong("database", `PostgreSQL ${version}: use 15 or newer`);

function clockFinding(aheadMs: number): Finding {
  const seconds = Math.round(aheadMs / 100) / 10;
  return Math.abs(aheadMs) <= 10_000
    ? fine("clock", `within ${Math.abs(seconds)} s of the database`)
    : wrong("clock", `${seconds} s off the database: set it by NTP`);
}

function schemaFinding(done: readonly string[]): Finding {
  const known = knownMigrations();
  const later = done.find((name) => !known.includes(name));
  const pending = known.filter((name) => !done.includes(name)).length;
  if (done.length === 0) return wrong("schema", "no service was ever started on this database: start one");
  if (later !== undefined) return wrong("schema", `newer than this program (${later}): start the newer one`);
  return pending === 0
    ? fine("schema", `up to date, ${done.length} migrations`)
    : wrong("schema", `${pending} migrations wait: they run when this program is started`);
}

const keyFinding = (problem: string | null): Finding =>
  problem === null ? fine("key", "the database was sealed with it") : wrong("key", problem);

const OLDEST_IN_S = 60;
const OLDEST_OUT_S = 300;
const BURIED_LATELY_MS = 7 * 86_400_000;

async function messagesFinding(tx: Tx, now: Date): Promise<Finding> {
  const inbox = await countWaiting(tx);
  const lately = await countBuriedSince(tx, new Date(now.getTime() - BURIED_LATELY_MS));
  const outbox = await countOutgoing(tx, now);
  const says = `${inbox.waiting} to handle, ${outbox.due} to send, ${inbox.buried} given up, ${outbox.failed} not taken`;
  const isStuck = inbox.oldestSeconds > OLDEST_IN_S || outbox.oldestDueSeconds > OLDEST_OUT_S;
  if (!isStuck && lately > 0)
    return wrong("messages", `${says}; ${lately} of them this week: look for inbox.buried in its log`);
  return isStuck
    ? wrong("messages", `${says}; the oldest waits too long: does the service run? Look into its log`)
    : fine("messages", says);
}

const LONGEST_UNSEALED_MS = 600_000;

function auditFinding({ lines, since }: Awaited<ReturnType<typeof countUnsealed>>, now: Date): Finding {
  const says = `${lines} lines wait for their seal`;
  return since === null || now.getTime() - since.getTime() < LONGEST_UNSEALED_MS
    ? fine("audit", says)
    : wrong("audit", `${says} since ${since.toISOString()}: does the service run? Try verify-audit`);
}

const DAY_S = 86_400;
const OLDEST_BACKUP_DAYS = 2;

function backupFinding(ageSeconds: number): Finding {
  const cure = "npm run -s lvzhi -- backup FILE";
  if (ageSeconds < 0) return wrong("backup", `none was ever made: ${cure}`);
  const days = Math.floor(ageSeconds / DAY_S);
  return days <= OLDEST_BACKUP_DAYS
    ? fine("backup", `made ${days} days ago`)
    : wrong("backup", `the last was made ${days} days ago: ${cure}`);
}

const LEAST_FREE_MB = 1_024;

function diskFinding(freeBytes: number, folder: string): Finding {
  const megabytes = Math.floor(freeBytes / 1_048_576);
  return megabytes >= LEAST_FREE_MB
    ? fine("disk", `${megabytes} MB free at ${folder}`)
    : wrong("disk", `${megabytes} MB free at ${folder}: make room`);
}

// Whoever is told of an absence shortly may object until a day that must be known.
function objectionFinding({ clocks, calendar }: Policy, today: Day): Finding {
  const rule = clocks["objection"];
  const days = toCalendar(OFFICIAL_DAYS, calendar);
  const end = rule === undefined ? null : findUnknownEnd(rule, today, days);
  return end === null
    ? fine("objections", `whoever is told of an absence in the next ${AHEAD_DAYS} days has a last day`)
    : wrong(
        "objections",
        `no last day for whoever is told of an absence from ${end.from} on: ${end.year} is unknown`,
      );
}

// The State Council publishes a year's days in the November before it; by mid-December they must be here.
function calendarFinding(year: number, monthDay: string, years: ReadonlySet<number>): Finding {
  const missing = [year, year + 1].filter((one) => !years.has(one));
  if (missing.length === 0) return fine("calendar", `${year} and ${year + 1} are known`);
  const cure = "update chinese-days, or list all the year's holidays under calendar in the policy file";
  const known = missing.includes(year) ? "" : `${year} is known, `;
  const says = `${known}${missing.join(" and ")} not yet: ${cure}`;
  return missing[0] === year || monthDay >= "12-15" ? wrong("calendar", says) : fine("calendar", says);
}

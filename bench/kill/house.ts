import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect, type DatabaseAddress, isTransient, openDatabase } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { silentLog } from "#test/support/silent-log.ts";
import type { Deputy } from "./deputies.ts";

/** A PostgreSQL of the bench's own, which no killed service takes with it. */
export type House = {
  readonly address: DatabaseAddress;
  readonly sql: Sql;
  /** Asks the database, again and again while it is away. */
  readonly ask: <T>(question: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Ends every server process at once, without a checkpoint; resolves when it has come back by itself. */
  readonly restartImmediately: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts the database with the demo district and an account and mandate for each deputy. */
export async function openHouse(deputies: readonly Deputy[]): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-bench-"));
  const postgres = await startEmbedded(folder, silentLog);
  const { address } = postgres;
  await migrateDatabase(address);
  const database = openDatabase(address);
  await database.db.transaction((tx) => seedDemo(tx, new Date()));
  await database.close();
  const sql = connect(address, 2);
  await seedDeputies(
    sql,
    deputies.map((one) => one.conversation),
  );
  const ask = <T>(question: (client: Sql) => Promise<T>): Promise<T> => askAgain(() => question(sql));
  return {
    address,
    sql,
    ask,
    restartImmediately: async () => {
      process.kill(postmasterPid(folder), "SIGQUIT");
      await sleep(AWAY_MS);
      await ask(async (client) => client`select 1`);
    },
    close: async () => {
      await sql.end({ timeout: 1 });
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const AWAY_MS = 300;

async function askAgain<T>(question: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(AWAY_MS);
    }
  }
}

const postmasterPid = (folder: string): number =>
  Number(readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

async function seedDeputies(sql: Sql, conversations: readonly string[]): Promise<void> {
  await sql`
    with town as (select id from orgs where name = '羊昌镇'),
      born as (insert into people (name, kind) select '代表' || n, 'member'
        from generate_series(1, ${conversations.length}::int) n returning id, name),
      elected as (insert into mandates (person_id, level, term, township_id, valid_from)
        select born.id, 'district', '第十八届', town.id, '2021-12-20' from born, town)
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select split_part(c, ':', 1), split_part(c, ':', 2), c, c, born.id, ${NOTICE_VERSION}
    from unnest(${[...conversations]}::text[]) with ordinality as t(c, n) join born on born.name = '代表' || t.n`;
}

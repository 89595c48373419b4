import { drizzle } from "drizzle-orm/postgres-js";
import { sql } from "drizzle-orm";
import { connect, type DatabaseAddress, type Db, type Tx } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Request } from "#src/domain/request.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { perform, type Performed, type PerformParts } from "#src/inbox/perform.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { TEST_KEY } from "../city.ts";
import { readPolicy } from "../policy.ts";
import { silentLog } from "../silent-log.ts";
import type { Actor } from "./actors.ts";

export const POLICY = readPolicy();
export const PARTS: PerformParts = {
  vault: createVault(TEST_KEY),
  log: silentLog,
  writeDocument: () => Promise.resolve(new Uint8Array()),
  workbooks: { read: () => Promise.resolve("not-xlsx"), write: () => Promise.resolve(new Uint8Array()) },
};
export const NOW = new Date("2026-09-16T09:00:00+08:00");

/** What somebody knows at the moment of a trial. */
export function factsOf({ speaker, conversation }: Actor, people: readonly string[] = []): Facts {
  const calendar = toCalendar(OFFICIAL_DAYS, POLICY.calendar);
  const world = worldOf(
    { policy: POLICY, zone: "Asia/Shanghai", running: [{ channel: "web", bot: "demo" }] },
    calendar,
    NOW,
  );
  const account = { channel: "web", bot: "demo", sender: conversation, conversation };
  return { ...world, speaker, account, people, places: [], firstContact: false };
}

/** What came of a request, what the database was asked, and whether anything was written or locked. */
export type Trial = {
  readonly done: Performed;
  readonly statements: readonly string[];
  readonly touched: boolean;
};

/** A database on which things are tried out: every statement is noted, and nothing lasts. */
export function openTrials(address: DatabaseAddress) {
  const client = connect(address, 1);
  let statements: string[] = [];
  const db: Db = drizzle({ client, logger: { logQuery: (query) => void statements.push(query) } });

  const rolledBack = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const results: T[] = [];
    await db
      .transaction(async (tx) => {
        results.push(await work(tx));
        tx.rollback();
      })
      .catch((error: unknown) => {
        if (results.length === 0) throw error;
      });
    const [result] = results;
    if (result === undefined) throw new TypeError("a trial without a result");
    return result;
  };

  const attempt = (actor: Actor, request: Request, prepare?: (tx: Tx) => Promise<unknown>): Promise<Trial> =>
    rolledBack(async (tx) => {
      await prepare?.(tx);
      const before = await idOf(tx);
      statements = [];
      const done = await perform(tx, PARTS, request, factsOf(actor));
      const asked = statements.slice();
      return { done, statements: asked, touched: (await idOf(tx)) !== before };
    });

  return { db, rolledBack, attempt, close: () => client.end() };
}
export type Trials = ReturnType<typeof openTrials>;

// A transaction has a number of its own once it has written or locked a row, and not before.
async function idOf(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select pg_current_xact_id_if_assigned()::text as id`,
  );
  return row?.id ?? null;
}

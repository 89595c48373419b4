import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Options, type Sql } from "postgres";
import { Fault } from "#src/kernel/fault.ts";
import { codeOf, isAway } from "./away.ts";
import { mendDriver } from "./mend-driver.ts";
import { mendTypeQuery } from "./mend-type-query.ts";
import { renewable } from "./renewable.ts";

/** A pool of connections; queries never take it, they take a `Tx`. */
export type Db = PostgresJsDatabase;
/** A transaction: what every query and action takes, so that no statement can be forgotten outside it. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Where PostgreSQL is: a URL, or the socket folder of the embedded server. */
export type DatabaseAddress =
  | { readonly url: string }
  | { readonly socketFolder: string; readonly database: string };

/** An open database with everything that speaks to it. */
export type Database = {
  readonly db: Db;
  /** A second client for NOTIFY, whose serializers drizzle has not changed. */
  readonly wire: Sql;
  /** A fresh client of one connection to LISTEN on; whoever asked for it ends it. */
  readonly listener: () => Sql;
  /** Where it is, for connections that somebody must hold alone. */
  readonly address: DatabaseAddress;
  readonly close: () => Promise<void>;
};

const COMMON: Options<Record<string, never>> = {
  onnotice: () => undefined,
  connect_timeout: 5,
  idle_timeout: 0,
  max_lifetime: null,
  // A dead server is noticed by the caller, which retries with its own rhythm; the driver need not add a second one.
  backoff: (tries: number) => Math.min(0.5, 0.05 * tries),
};

/**
 * So many milliseconds a transaction may stand idle before the server ends it with its connection: a process that is
 * stopped in the middle of one must not hold its locks for longer than a lease.
 */
export const LONGEST_IDLE_MS = 5_000;
const WORKING = { idle_in_transaction_session_timeout: LONGEST_IDLE_MS };

/** What connections of this program are called in the server's list of sessions. */
export const PROGRAM = "lvzhi";

/**
 * Opens a pool of at most `size` connections, lazily; nothing is sent before the first query. `name` is what they are
 * called in the server's list of sessions.
 */
export function openDatabase(address: DatabaseAddress, size = 10, name = PROGRAM): Database {
  const named = { application_name: name };
  const client = renewable(() => connect(address, size, { ...named, ...WORKING }));
  const wire = renewable(() => connect(address, 1, named));
  return {
    db: drizzle({ client: mendDriver(client, LONGEST_IDLE_MS) }),
    wire,
    listener: () => connect(address, 1, named),
    address,
    close: async () => {
      await Promise.all([client.end({ timeout: 3 }), wire.end({ timeout: 3 })]);
    },
  };
}

/** One plain client, for the migrator, backups and checks; `session` sets what holds for its connections. */
export function connect(
  address: DatabaseAddress,
  max: number,
  session: Readonly<Record<string, string | number>> = {},
): Sql {
  const connection = { application_name: "lvzhi aside", ...session };
  const options = { ...COMMON, connection, max };
  if ("url" in address) return mendTypeQuery(postgres(address.url, options));
  const { socketFolder: host, database } = address;
  return mendTypeQuery(postgres({ ...options, host, database, username: "lvzhi" }));
}

/** True for errors after which the same statement may succeed: the server was away, restarting or out of room. */
export function isTransient(error: unknown): boolean {
  return error instanceof Fault ? error.code === "database.unreachable" : isAway(error);
}

/** True where a connection ended under way: the server is gone, or it has ended a transaction that stood idle. */
export const isCutOff = (error: unknown): boolean => CUT_OFF.has(codeOf(error));

const CUT_OFF = new Set("25P03 CONNECTION_CLOSED ECONNRESET EPIPE".split(" "));

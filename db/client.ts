import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Options, type Sql } from "postgres";
import { Fault } from "#src/kernel/fault.ts";
import { mendDriver } from "./mend-driver.ts";
import { mendTypeQuery } from "./mend-type-query.ts";

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
  const client = connect(address, size, { ...named, ...WORKING });
  const wire = connect(address, 1, named);
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
  if (error instanceof Fault) return error.code === "database.unreachable";
  const code = codeOf(error);
  return TRANSIENT.has(code) || TRANSIENT.has(code.slice(0, 2));
}

/** True where a connection ended under way: the server is gone, or it has ended a transaction that stood idle. */
export const isCutOff = (error: unknown): boolean => CUT_OFF.has(codeOf(error));

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

// SQLSTATE classes: 08 connection, 40 rollback (deadlock, serialization), 53 resources (disk full), 57 operator
// (restart); 25P03 ends a transaction that stood idle for too long, 25006 says
// that the server is the copy of another one, as after a failover.
const TRANSIENT = new Set([
  ..."08 40 53 57 25P03 25006".split(" "),
  ..."ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT".split(" "),
  ..."ECONNREFUSED ECONNRESET ENOENT EPIPE CONNECTION_CLOSED CONNECTION_ENDED CONNECTION_DESTROYED CONNECT_TIMEOUT".split(
    " ",
  ),
]);
const CUT_OFF = new Set("25P03 CONNECTION_CLOSED ECONNRESET EPIPE".split(" "));

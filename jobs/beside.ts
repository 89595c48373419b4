import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { sql } from "drizzle-orm";
import { type DatabaseAddress, openDatabase, PROGRAM, type Tx } from "#db/client.ts";

/**
 * Does long work in a transaction on a connection of its own, which ends with it. Where the server is the embedded one
 * and this is Linux, its process there gives way to those that answer messages: on a small machine they share the
 * processors. Rejects as the work does.
 */
export async function beside<T>(address: DatabaseAddress, work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = openDatabase(address, 1, `${PROGRAM} beside`);
  try {
    // The only connection there is: what holds for it in one transaction holds in the next. The work's own is not begun
    // before, as it may have to say first how it reads.
    if ("socketFolder" in address && process.platform === "linux")
      await database.db.transaction((tx) => giveWay(tx));
    return await database.db.transaction(work);
  } finally {
    await database.close();
  }
}

const PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;

// The number of a process means nothing here where the server is on another machine.
async function giveWay(tx: Tx): Promise<void> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() pid`);
  if (row === undefined) return;
  try {
    setPriority(row.pid, PRIORITY);
    // Each process of PostgreSQL is a session of its own, and where Linux groups by session a process has its priority
    // only among those of its group: the group's own counts (sched(7), autogroup).
    writeFileSync(`/proc/${row.pid}/autogroup`, String(PRIORITY));
  } catch {
    // In another namespace of processes, somebody else's, or no groups: it works as well, only not as considerately.
  }
}

import { existsSync, readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { beside } from "#jobs/beside.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

async function processOf(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() pid`);
  return row?.pid ?? 0;
}

const isHere = (): boolean => "socketFolder" in database.address && process.platform === "linux";

describe("reading a long table for somebody of the staff", () => {
  test("gives way to those whose messages are answered", async () => {
    const priority = await beside(database.address, async (tx) => getPriority(await processOf(tx)));
    const others = await database.db.transaction(async (tx) => getPriority(await processOf(tx)));
    expect(others).toBe(0);
    expect(priority).toBe(isHere() ? constants.priority.PRIORITY_BELOW_NORMAL : 0);
  });

  test("gives way where each process of the server is a session of its own, too", async () => {
    if (!isHere() || !existsSync("/proc/self/autogroup")) return;
    const group = await beside(database.address, async (tx) =>
      readFileSync(`/proc/${await processOf(tx)}/autogroup`, "utf8"),
    );
    expect(group).toContain(`nice ${constants.priority.PRIORITY_BELOW_NORMAL}`);
  });

  test("may choose how it reads, and leaves no connection behind", async () => {
    const pid = await beside(database.address, async (tx) => {
      await tx.execute(sql`set transaction isolation level repeatable read read only`);
      return processOf(tx);
    });
    const left = await database.db.transaction((tx) =>
      tx.execute(sql`select 1 from pg_stat_activity where pid = ${pid}::int4`),
    );
    expect(left).toHaveLength(0);
  });

  test("fails as the reading does", async () => {
    await expect(beside(database.address, () => Promise.reject(new TypeError("no")))).rejects.toThrow("no");
  });
});

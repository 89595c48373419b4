import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, isTransient, LONGEST_IDLE_MS, openDatabase, type Tx } from "#db/client.ts";
import { cloneDatabase } from "#test/support/database.ts";

let admin: Awaited<ReturnType<typeof cloneDatabase>>;
/** With one connection, so that whoever comes next gets the one that was lost. */
let own: Database;
beforeAll(async () => {
  admin = await cloneDatabase();
  await admin.db.execute(sql`create table kept (who text)`);
});
beforeEach(() => {
  own = openDatabase(admin.address, 1);
});
afterEach(async () => {
  await own.close();
  await admin.db.execute(sql`truncate kept`);
});
afterAll(() => admin.drop());

async function hangUp(tx: Tx): Promise<() => Promise<unknown>> {
  const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return async () => admin.db.execute(sql`select pg_terminate_backend(${me?.pid})`);
}
const keep = (tx: Tx, who: string) => tx.execute(sql`insert into kept values (${who})`);
const kept = async () => {
  const rows = await admin.db.execute<{ who: string }>(sql`select who from kept order by who`);
  return rows.map((row) => row.who);
};
/** The transaction's failure, which must be one after which it may be tried again. */
const failed = async (work: Promise<unknown>): Promise<boolean> =>
  isTransient(await work.then(() => undefined).catch((error: unknown) => error));

/** The driver gives the server's last words once more to whoever comes next; the pumps try again, and so does this. */
const next = async (): Promise<void> => {
  const work = () => own.db.transaction(async (tx) => void (await keep(tx, "next")));
  await work().catch((error: unknown) => (isTransient(error) ? work() : Promise.reject(error)));
};

test("a server that hangs up in the middle of a statement ends the transaction and not the process", async () => {
  const lost = own.db.transaction(async (tx) => {
    const now = await hangUp(tx);
    await keep(tx, "lost");
    setTimeout(() => void now().catch(() => undefined), 50);
    await tx.execute(sql`select pg_sleep(5)`);
  });
  expect(await failed(lost)).toBe(true);
  await next();
  expect(await kept()).toEqual(["next"]);
});

test("what a transaction still asks after that is done in nobody's name", async () => {
  let late: Promise<boolean> | undefined;
  const lost = own.db.transaction(async (tx) => {
    const now = await hangUp(tx);
    await now();
    await sleep(200);
    late = failed(keep(tx, "late"));
    await late;
  });
  expect(await failed(lost)).toBe(true);
  await own.db.transaction(async (tx) => {
    await keep(tx, "next");
    await sleep(400);
    await keep(tx, "and more");
  });
  expect(await late).toBe(true);
  expect(await kept()).toEqual(["and more", "next"]);
});

test("a transaction that stood idle for too long fails, also when nothing else could run meanwhile", async () => {
  const lost = own.db.transaction(async (tx) => {
    await keep(tx, "slow");
    const until = performance.now() + LONGEST_IDLE_MS + 200;
    while (performance.now() < until);
    await keep(tx, "late");
  });
  expect(await failed(lost)).toBe(true);
  await next();
  expect(await kept()).toEqual(["next"]);
}, 15_000);

test("a refusal inside a part of a transaction undoes that part alone", async () => {
  await own.db.transaction(async (tx) => {
    await keep(tx, "whole");
    const part = tx.transaction(async (inner) => {
      await keep(inner, "part");
      throw new TypeError("no");
    });
    await expect(part).rejects.toThrow("no");
  });
  expect(await kept()).toEqual(["whole"]);
});

test("a server whose name is not resolved is away", async () => {
  const nowhere = openDatabase({ url: "postgres://lvzhi@no-such-host.invalid:5432/lvzhi" }, 1);
  expect(await failed(nowhere.db.execute(sql`select 1`))).toBe(true);
  await nowhere.close();
});

const withCode = (code: string): Error =>
  new Error("the statement failed", { cause: Object.assign(new Error(code), { code }) });

test.each([
  ..."ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT ENETDOWN EHOSTDOWN ECONNABORTED".split(" "),
  ..."EADDRNOTAVAIL EMFILE ENFILE EPROTO CERT_HAS_EXPIRED ERR_TLS_CERT_ALTNAME_INVALID".split(" "),
  ..."ERR_SSL_WRONG_VERSION_NUMBER DEPTH_ZERO_SELF_SIGNED_CERT SASL_SIGNATURE_MISMATCH".split(" "),
  ..."25006 28P01 28000 3D000 57P03 58030".split(" "),
])("a server that is not reached, or lets nobody in just then, is away: %s", (code) => {
  expect(isTransient(withCode(code))).toBe(true);
});

test.each(["22021", "23505", "42P01", "54000"])(
  "what a statement itself is refused for is not: %s",
  (code) => {
    expect(isTransient(withCode(code))).toBe(false);
  },
);

test("a server that was made a copy is left with all its connections, and its successor is found", async () => {
  const two = openDatabase(admin.address, 2);
  const write = () => two.db.transaction(async (tx) => void (await keep(tx, "after")));
  const read = () =>
    two.db.transaction(async (tx) => tx.execute<{ at: unknown }>(sql`select now() as at, pg_sleep(0.2)`));
  const [here] = await admin.db.execute<{ name: string }>(sql`select current_database() as name`);
  const only = sql.raw(`alter database ${here?.name} set default_transaction_read_only`);
  await admin.db.execute(sql`${only} = on`);
  await Promise.all([read(), read()]);
  await admin.db.execute(sql`${only} = off`);
  expect(await failed(write())).toBe(true);
  await Promise.all([write(), write()]);
  // Dates are read as drizzle wants them, as on the first connections.
  expect((await read())[0]?.at).toBeTypeOf("string");
  await two.close();
});

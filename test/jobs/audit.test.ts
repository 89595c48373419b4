import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimUnsealed, saveHead, saveSeals } from "#db/queries/audit-chain.ts";
import { createVault } from "#db/vault.ts";
import type { AuditAnchor } from "#src/domain/audit-anchor.ts";
import { EMPTY_CHAIN, type Keyed, nextSeal, noteEnd } from "#src/domain/audit-chain.ts";
import { verifyAudit } from "#src/cli/lvzhi/verify-audit.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { runJob } from "#jobs/run-job.ts";
import { at, jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const now = at("2026-11-25 09:00");
const keyed = createVault(TEST_KEY).mac;
const note = (subjectId: number) =>
  database.db.transaction((tx) =>
    insertAudit(tx, [{ at: now, actorId: 1, action: "contact.read", subject: "opinion", subjectId }]),
  );
let outside: string | undefined;
const anchor: AuditAnchor = {
  find: () => outside,
  keep: (end) => {
    outside = end;
  },
  forget: () => undefined,
};
const verify = () => verifyAudit(database.db, keyed, outside);
const seal = (moment = now) =>
  runJob(jobPartsAt(database.db, moment, {}, anchor), jobNamed("audit-seal"), "anyway");

beforeEach(async () => {
  outside = undefined;
  database = await cloneDatabase();
  for (const id of [1, 2, 3]) await note(id);
  await seal();
  await note(4);
  await seal();
});
afterEach(() => database.drop());

test("the audit is whole as long as nobody touched it", async () => {
  expect(await verify()).toMatchObject({ lines: 4 });
});

test("a chain of more than nine lines is followed in the order of its places", async () => {
  for (const id of [5, 6, 7, 8, 9, 10, 11, 12]) await note(id);
  await seal();
  expect(await verify()).toMatchObject({ lines: 12 });
  const rows = await database.db.execute<{ same: boolean }>(sql`select place = subject_id same from audit`);
  expect(rows.every((row) => row.same)).toBe(true);
});

test("lines that are sealed while somebody verifies are no tampering", async () => {
  await note(5);
  let sealed = false;
  // Between the lines and the note of the chain's end, a job seals the fifth line.
  const meanwhile = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (name !== "execute" || sealed) return member;
        return async (query: Parameters<Tx["execute"]>[0]) => {
          sealed = true;
          const rows = await target.execute(query);
          await seal(at("2026-11-25 09:01"));
          return rows;
        };
      },
    });
  const db = new Proxy(database.db, {
    get: (target, name) =>
      name === "transaction"
        ? (work: (tx: Tx) => Promise<unknown>, how: object) =>
            target.transaction((tx) => work(meanwhile(tx)), how)
        : Reflect.get(target, name, target),
  });
  expect(await verifyAudit(db, keyed)).toMatchObject({ lines: 4 });
  expect(await verify()).toMatchObject({ lines: 5 });
});

const head = async (): Promise<string> => {
  const [row] = await database.db.execute<{ value: string }>(
    sql`select value from settings where name = 'audit.head'`,
  );
  return row?.value ?? "";
};

test.each([
  [
    "begun anew over forged lines",
    sql`update audit set place = null, seal = null, actor_id = 77`,
    sql`delete from settings where name = 'audit.head'`,
  ],
  ["emptied", sql`delete from audit`, sql`delete from settings where name = 'audit.head'`],
])("an audit that was %s is found, and never sealed into a whole one", async (_, lines, end) => {
  await database.db.execute(lines);
  await database.db.execute(end);
  expect(await verify()).toMatchObject({ wrong: expect.stringContaining("line 4 was sealed once") });
  await note(9);
  expect((await seal())?.report).toEqual({ sealed: 0, broken: 1 });
  expect(await verify()).toMatchObject({ wrong: expect.stringContaining("line 4 was sealed once") });
});

test("an audit that was put back to an older end with its genuine note is found", async () => {
  const old = await head();
  await note(5);
  await seal();
  await database.db.execute(sql`delete from audit where subject_id = 5`);
  await database.db.execute(sql`update settings set value = ${old} where name = 'audit.head'`);
  expect(await verify()).toEqual({ wrong: "the chain ends at line 4, and line 5 was sealed once" });
  await note(6);
  expect((await seal())?.report).toEqual({ sealed: 0, broken: 1 });
});

test("a chain of the same length that is another one is found", async () => {
  const kept = outside;
  await database.db.execute(sql`update audit set place = null, seal = null, actor_id = 77`);
  await database.db.execute(sql`delete from settings where name = 'audit.head'`);
  outside = undefined;
  await seal();
  outside = kept;
  expect(await verify()).toEqual({ wrong: "line 4 of the chain is another one than was sealed" });
});

test("another process's seals are gone along with: its end becomes ours", async () => {
  await note(5);
  await runJob(jobPartsAt(database.db, now), jobNamed("audit-seal"), "anyway");
  await seal();
  expect(outside).toBe(await head());
  expect(outside).toMatch(/^5:/u);
});

test.each([
  [
    "slipped in beside the chain",
    sql`insert into audit (at, action, subject, place, seal) values (now(), 'contact.read', 'opinion', -1, 'x')`,
    "stands outside the chain",
  ],
  ["changed", sql`update audit set actor_id = 2 where subject_id = 2`, "line 2 of the chain"],
  ["taken out of the middle", sql`delete from audit where subject_id = 2`, "line 2 of the chain is missing"],
  ["cut off the end", sql`delete from audit where subject_id = 4`, "ends at line 3 and should end at line 4"],
  ["unsealed", sql`update audit set seal = null where subject_id = 3`, "line 3 of the chain"],
  [
    "cut off with its note",
    sql`update settings set value = '3:ab:cd' where name = 'audit.head'`,
    "the note of the chain's end is not ours",
  ],
])("a line that was %s is found", async (_, tampering, finding) => {
  await database.db.execute(tampering);
  expect(JSON.stringify(await verify())).toContain(finding);
});

describe("a chain that was begun by an earlier program, with seals of 96 bits", () => {
  const cut: Keyed = (text) => keyed(text).slice(0, 16);
  beforeEach(async () => {
    await database.db.execute(sql`update audit set place = null, seal = null`);
    outside = await database.db.transaction(async (tx) => {
      let end = EMPTY_CHAIN;
      for (const { id, words } of await claimUnsealed(tx, 10)) {
        end = nextSeal(cut, end, words);
        await saveSeals(tx, [{ id, place: end.place, seal: Buffer.from(end.seal, "hex") }]);
      }
      const made = noteEnd(cut, end);
      await saveHead(tx, made);
      return made;
    });
  });

  test("is whole, and goes on with seals of 256 bits", async () => {
    expect(await verify()).toMatchObject({ lines: 4 });
    await note(5);
    expect((await seal())?.report).toEqual({ sealed: 1 });
    expect(await verify()).toMatchObject({ lines: 5 });
    const rows = await database.db.execute<{ bits: number }>(
      sql`select length(seal) * 6 bits from audit order by place`,
    );
    expect(rows.map(({ bits }) => bits)).toEqual([96, 96, 96, 96, 258]);
    expect(outside?.split(":")[2]).toHaveLength(43);
  });

  test("takes no short seal, and no short note, after a whole one", async () => {
    for (const id of [5, 6]) await note(id);
    await seal();
    const whole = await head();
    await database.db.execute(sql`update audit set seal = substring(seal for 16) where subject_id = 6`);
    expect(JSON.stringify(await verify())).toContain("line 6 of the chain");
    await database.db.execute(
      sql`update settings set value = ${whole.slice(0, -27)} where name = 'audit.head'`,
    );
    expect((await seal())?.report).toEqual({ sealed: 0, broken: 1 });
  });
});

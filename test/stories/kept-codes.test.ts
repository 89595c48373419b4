import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { bindAccount } from "#src/identify/bind.ts";
import { codeHash, invitePeople } from "#src/identify/invite.ts";
import { keepTyped, selectorOf } from "#src/identify/typed-code.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { silentLog } from "#test/support/silent-log.ts";

// What is kept of the codes that people type, and what a try at one costs.
const vault = createVault(TEST_KEY);
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const idOf = async (name: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = ${name}`,
  );
  return Number(row?.id);
};
const invite = async (names: readonly string[], random: (size: number) => Buffer = randomBytes) => {
  const ids = await Promise.all(names.map(idOf));
  return city.database.db.transaction((tx) => invitePeople(tx, vault, ids, city.now, random));
};
const tries = (sender: string, code: string) =>
  city.database.db.transaction((tx) =>
    bindAccount(
      tx,
      { vault, log: silentLog },
      { channel: "web", bot: "x", sender, conversation: sender },
      { code, given: undefined },
      city.now,
    ),
  );
/** Processor time in milliseconds, of the event loop and of the threads that hash. */
async function workOf(doing: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await doing();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

test("a code to type is kept as a slow hash with a salt of its own, found by 24 bits of a keyed hash", async () => {
  const [one] = await invite(["李明"]);
  const [row] = await city.database.db.execute<{ typed_selector: string; typed_hash: string }>(
    sql`select typed_selector, typed_hash from invites order by id desc limit 1`,
  );
  expect(row?.typed_selector).toBe(selectorOf(vault, one?.typed ?? ""));
  expect(row?.typed_selector).toMatch(/^[\w-]{4}$/u);
  expect(row?.typed_hash).toMatch(/^argon2id\$[\w-]{22}\$[\w-]{43}$/u);
  const [first, second] = [await keepTyped(vault, "0000000001"), await keepTyped(vault, "0000000001")];
  expect(first.hash).not.toBe(second.hash);
});

test("a wrong code costs one slow hash whatever its selector finds, and a try that is not let through costs none", async () => {
  await invite(["王芳"]);
  const missed = [];
  for (let at = 0; at < 5; at += 1) missed.push(await workOf(() => tries(`m${at}`, `000000000${at}`)));
  const near = "0000000009";
  await city.database.db.execute(
    sql`update invites set typed_selector = ${selectorOf(vault, near)} where id = (select max(id) from invites)`,
  );
  const found = [];
  for (let at = 0; at < 5; at += 1) found.push(await workOf(() => tries(`n${at}`, near)));
  for (let at = 0; at < 5; at += 1) await tries("evil", `111111111${at}`);
  const closed = [];
  for (let at = 0; at < 5; at += 1) closed.push(await workOf(() => tries("evil", near)));
  const hash = middle(await slowly());
  expect(middle(missed)).toBeGreaterThan(hash * 0.7);
  expect(middle(found)).toBeGreaterThan(hash * 0.7);
  expect(middle(found) / middle(missed)).toBeGreaterThan(0.6);
  expect(middle(found) / middle(missed)).toBeLessThan(1.6);
  expect(middle(closed)).toBeLessThan(hash * 0.6);
});

async function slowly(): Promise<number[]> {
  const times = [];
  for (let at = 0; at < 5; at += 1) times.push(await workOf(() => keepTyped(vault, "0000000001")));
  return times;
}

test("no two open codes share what they are found by: a second one is drawn again", async () => {
  let drawn = 0;
  const alike = (size: number): Buffer => {
    drawn += size === 10 ? 1 : 0;
    return size === 10 && drawn <= 2 ? Buffer.alloc(size) : randomBytes(size);
  };
  const [one, other] = await invite(["李明", "王芳"], alike);
  expect(one?.typed).not.toBe(other?.typed);
  expect(await tries("phone-1", one?.typed ?? "")).toMatchObject({ outcome: { name: "李明" } });
  expect(await tries("phone-2", other?.typed ?? "")).toMatchObject({ outcome: { name: "王芳" } });
});

test("a code that a process of an earlier program made works within its day, once", async () => {
  const code = "ABCDEFGHJK";
  await city.database.db.execute(sql`
    insert into invites (person_id, typed_hash, link_hash, created_at, expires_at)
    values (${await idOf("陈建国")}, ${codeHash(vault, code)}, 'link', ${city.now.toISOString()}::timestamptz,
      ${city.now.toISOString()}::timestamptz + interval '1 day')`);
  expect(await tries("phone-3", code)).toMatchObject({ outcome: { name: "陈建国" } });
  expect(await tries("phone-4", code)).toBe("bad-code");
});

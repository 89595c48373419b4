import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";
import { takeCopy } from "#test/support/own-copy.ts";

let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city);
});
afterAll(async () => {
  await house.close();
  await city.close();
});

test("a cookie is 256 bits of chance, and no two are alike", async () => {
  const cookies = new Set<string>();
  for (let n = 0; n < 40; n += 1) {
    const answer = await fetch(`${house.url}/api/chat/session`, { method: "POST" });
    cookies.add(answer.headers.get("set-cookie")?.split(";")[0] ?? "");
  }
  expect(cookies.size).toBe(40);
  for (const one of cookies) expect(one).toMatch(/^lvzhi=[\w-]{43}$/u);
});

test("a code to type is 50 bits, a code in a link 128; every letter comes up", async () => {
  const rows = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where kind = 'member'`,
  );
  const people = rows.map((row) => Number(row.id));
  const vault = createVault(TEST_KEY);
  const letters = new Set<string>();
  for (let n = 0; n < 6; n += 1) {
    const codes = await city.database.db.transaction((tx) =>
      invitePeople(tx, vault, people, city.now, randomBytes),
    );
    for (const { typed, link } of codes) {
      expect(typed).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/u);
      expect(link).toMatch(/^[\w-]{22}$/u);
      for (const letter of typed) letters.add(letter);
    }
  }
  expect(letters.size).toBe(32);
});

test("no code and no cookie can be read in the database", async () => {
  const cookie = (await house.enter("李明")).replace("lvzhi=", "");
  const code = await house.invite("王芳");
  const [row] = await city.database.db.execute<{ found: boolean }>(sql`
    select exists (select 1 from sessions s where s::text like ${`%${cookie}%`})
      or exists (select 1 from invites i where i::text like ${`%${code}%`}) found`);
  expect(row?.found).toBe(false);
});

test("what can be tapped or opened has an id of 128 bits and more", async () => {
  await city.person("李明").says("昨天走访黄连村12户");
  await city.person("李明").says("对");
  await takeCopy(city, "李明", "liming");
  const rows = await city.database.db.execute<{ id: string }>(
    sql`select id from choices union all select id from attachments`,
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const { id } of rows) expect(id).toMatch(/^[\w-]{22,}$/u);
});

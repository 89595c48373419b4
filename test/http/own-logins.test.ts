import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// 李明 has lost a telephone, and ends by himself what is open there.
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

const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;
async function say(cookie: string, text: string): Promise<string> {
  const before = city.wire.sent.length;
  await fetch(`${house.url}/api/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ id: randomUUID(), text }),
  });
  const told = () => city.wire.sent.slice(before).filter((one) => one.kind.startsWith("account."));
  await eventually(() => expect(told()).toHaveLength(1));
  return told()[0]?.text ?? "";
}

test("he sees where he is known, and which of these is this one", async () => {
  const [lost, here] = [await house.enter("李明"), await house.enter("李明")];
  const shown = await say(here, "我的登录");
  expect(shown).toContain("3处登录");
  expect(shown).toMatch(/网页\(这里\) 9月16日/u);
  const others = await house.enter("王芳");
  expect(await say(here, "退出其他登录")).toContain("另外2个");
  expect(await Promise.all([lost, here, others].map(look))).toEqual([401, 200, 200]);
  expect(await say(here, "我的登录")).toContain("1处登录");
  expect(await say(here, "退出其他登录")).toContain("没有别的登录");
});

test("it stands in the audit, and nobody speaks for him from there any more", async () => {
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from audit a join people p on p.id = a.actor_id where a.action = 'account.leave-others'`);
  expect(rows.map((row) => row.name)).toEqual(["李明"]);
  expect((await city.person("李明").says("我的履职"))[0]?.kind).toBe("help.refused");
});

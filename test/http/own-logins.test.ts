import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";

// 李明 has lost a telephone, and ends by himself what is open there.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("he sees where he is known, and which of these is this one", async () => {
  const [lost, here] = [await desk.enter("李明"), await desk.enter("李明")];
  const shown = (await desk.say(here, "我的登录")).text;
  expect(shown).toContain("3处登录");
  expect(shown).toMatch(/网页\(这里\) 9月16日/u);
  const others = await desk.enter("王芳");
  expect((await desk.say(here, "退出其他登录")).text).toContain("另外2个");
  expect(await Promise.all([lost, here, others].map(desk.look))).toEqual([401, 200, 200]);
  expect((await desk.say(here, "我的登录")).text).toContain("1处登录");
  expect((await desk.say(here, "退出其他登录")).text).toContain("没有别的登录");
});

test("it stands in the audit, and nobody speaks for him from there any more", async () => {
  const rows = await desk.city.database.db.execute<{ name: string }>(sql`
    select p.name from audit a join people p on p.id = a.actor_id where a.action = 'account.leave-others'`);
  expect(rows.map((row) => row.name)).toEqual(["李明"]);
  expect((await desk.city.person("李明").says("我的履职"))[0]?.kind).toBe("help.refused");
});

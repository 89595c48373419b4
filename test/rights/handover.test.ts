import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

// A telephone goes from one hand to another: what the first person had begun there is not the second's to see.
let city: City;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const personId = async (name: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = ${name}`,
  );
  return Number(row?.id);
};
const bind = async (phone: string, name: string): Promise<void> => {
  const id = await personId(name);
  const [code] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [id], city.now, randomBytes),
  );
  await city.person(phone).says(`绑定 ${code?.typed ?? ""}`);
};

test("a draft, a figure and the buttons of one person are gone when another is bound to the same account", async () => {
  await bind("shared-phone", "刘敏");
  const phone = city.person("shared-phone");
  await phone.says("统计 羊昌镇");
  const [card] = await phone.says("代报 李明 昨天走访秘密村3户");
  expect(card?.choices.length).toBeGreaterThan(0);
  await bind("shared-phone", "吴红梅");
  const said = [...(await phone.says("为什么")), ...(await phone.says("帮助")), ...(await phone.says("1"))];
  expect(said.map((one) => one.text).join("\n")).not.toMatch(/秘密村|羊昌镇/u);
  const [tapped] = await phone.tapsId(card?.choices[0]?.id ?? "");
  expect(tapped?.kind).toBe("help.stale");
});

test("news that waited for the morning is not told to whoever has the account by then", async () => {
  city.now = new Date("2026-09-16T22:30:00+08:00");
  await bind("night-phone", "罗文军");
  await city.person("night-phone").says("我的履职");
  await city.person("刘敏").says("代报 罗文军 昨天走访石关村3户");
  await city.person("刘敏").says("对");
  await bind("night-phone", "蒙小兰");
  city.now = new Date("2026-09-17T09:00:00+08:00");
  await city.person("night-phone").says("我的履职");
  const told = city.person("night-phone").heard();
  expect(told.filter((one) => one.kind === "report.entered")).toEqual([]);
  const [row] = await city.database.db.execute<{ status: string; reason: string }>(sql`
    select status, reason from outbox where kind = 'report.entered'
      and conversation = 'left:person:' || (select id from people where name = '罗文军')`);
  expect(row).toEqual({ status: "suppressed", reason: "unbound" });
});

test("after staff took an account away, whoever holds the telephone sees nothing of what was begun", async () => {
  await bind("lost-phone", "陈建国");
  const phone = city.person("lost-phone");
  await phone.says("昨天走访秘密村9户");
  const id = await personId("陈建国");
  await city.database.db.transaction((tx) => revokePeople(tx, vault, [id], city.now));
  const said = [...(await phone.says("帮助")), ...(await phone.says("对"))];
  expect(said.map((one) => one.text).join("\n")).not.toContain("秘密村");
});

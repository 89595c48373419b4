import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { openTelegramCity } from "#test/support/telegram/city.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";

// Residents whom nobody knows by name have no account to be taken away, and words all the same.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const count = async (of: City, what: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await of.database.db.execute<{ n: number }>(sql`select count(*)::int4 n from ${what}`);
  return row?.n ?? 0;
};
const addresses = (of: City, address: string) =>
  count(
    of,
    sql`(select 1 from inbox where sender = ${address} or conversation = ${address}
      union all select 1 from outbox where conversation = ${address} and status not in ('new', 'sending')
        and kind <> 'data.erased') t`,
  );
const opinions = async (): Promise<readonly object[]> => {
  const rows = await city.database.db.execute(sql`
    select number, text, place, person_id, inbox_id, state, category from opinions order by id`);
  return rows;
};

test("a guest is told what of his lies here, and that it can go", async () => {
  const guest = city.person("过路人");
  await guest.says("你们这个是干什么的");
  await guest.shows(1);
  const [answer] = await guest.says("我的数据");
  expect(answer?.kind).toBe("figures.own-data");
  expect(answer?.text).toMatch(/没有登记您是谁。.*聊天原文\d条.*照片文件1个/u);
  expect(answer?.choices.map((one) => one.label)).toContain("删除我的数据");
});

test("after his yes neither his words, his files nor his address are there any more", async () => {
  const guest = city.person("过路人");
  await guest.taps("删除我的数据");
  const [answer] = await guest.taps("对,删除");
  expect(answer?.kind).toBe("data.erased");
  expect(answer?.text).toContain("没归档的文件1个");
  expect(await addresses(city, "web:demo:过路人")).toBe(0);
  expect(await count(city, sql`attachments where conversation = 'web:demo:过路人'`)).toBe(0);
  expect(await count(city, sql`inbox where conversation = 'erased' and body is not null`)).toBe(0);
  expect(await count(city, sql`audit where action = 'data.erase' and actor_id is null`)).toBe(1);
});

test("a guest takes back a consent that he gave by going on, and hears that it is done", async () => {
  const guest = city.person("另一个人");
  await guest.says("我的电话13800138000,找我");
  await guest.says("撤回同意");
  const [answer] = await guest.says("对");
  expect(answer?.text).toContain("同意已撤回");
  expect(await addresses(city, "web:demo:另一个人")).toBe(0);
});

test("an opinion left behind is cut off from whoever left it, also where retention took the account away before", async () => {
  const resident = city.person("居民丙");
  await resident.says("平寨村三组停水两天了,我叫欧阳明,电话13800139000");
  await resident.says("对");
  await city.database.db.execute(sql`delete from accounts where conversation = 'web:demo:居民丙'`);
  expect((await resident.says("我的数据"))[0]?.text).toContain("意见1条");
  const [card] = await resident.says("删除我的数据");
  expect(card?.text).toContain("连意见的内容也要删,请说:删除我的数据和意见".replaceAll(/[,:]/gu, full));
  await resident.says("对");
  expect(await count(city, sql`opinion_contacts`)).toBe(0);
  expect(await opinions()).toEqual([
    expect.objectContaining({
      text: expect.stringContaining("停水") as string,
      person_id: null,
      inbox_id: null,
    }),
  ]);
});

const full = (mark: string): string => (mark === "," ? "\uff0c" : "\uff1a");

test("who wants the words gone too has them erased; that there was an opinion still counts", async () => {
  const resident = city.person("居民丁");
  await resident.says("黄连村老王家的狗天天咬人");
  await resident.says("对");
  const before = (await city.person("孙丽").says("意见 本月"))[0]?.text;
  const [card] = await resident.says("删除我的数据和意见");
  expect(card?.text).toContain("意见的内容1条");
  await resident.says("对");
  expect((await opinions())[1]).toMatchObject({
    text: "〔内容已按本人要求删除〕",
    place: null,
    person_id: null,
    state: "registered",
  });
  expect((await city.person("孙丽").says("意见 本月"))[0]?.text).toBe(before);
});

test("a deputy's opinions are other people's: his wish does not reach them", async () => {
  const li = city.person("李明");
  await li.says("群众反映黄连村二组路灯坏了三天");
  await li.says("对");
  const [card] = await li.says("删除我的数据和意见");
  expect(card?.text).not.toContain("意见的内容");
  await li.says("对");
  expect((await opinions())[2]).toMatchObject({ text: expect.stringContaining("路灯") as string });
});

test("a guest whom a channel abroad turned away has erased what came in there", async () => {
  const abroad = await openTelegramCity("2026-11-20T10:00:00+08:00");
  const resident = telegramPerson(abroad.server, 99);
  const says = (text: string) => abroad.answerTo(resident, () => resident.says(text));
  await says("秘密村的路灯坏了三天");
  expect(await says("删除我的数据")).toContain("聊天原文");
  expect(await says("对")).toContain("已删除");
  const words = sql`inbox where body is not null`;
  expect(await count(abroad.city, words)).toBe(0);
  expect(await count(abroad.city, sql`inbox where sender like '%:99'`)).toBe(0);
  await abroad.close();
});

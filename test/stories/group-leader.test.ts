import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";

// 罗文军 is a deputy of 羊昌镇代表小组 and leads it: the roster says so.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  await city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, 'group_leader', '2022-01-01' from people p, orgs o
    where p.name = '罗文军' and o.name = '羊昌镇代表小组'`);
});
afterAll(() => city.close());

const office = () => city.person("孙丽");
const looksAfter = async () => (await answerTo(city.person("罗文军"), "代表 李明")).includes("李明代表(");
const NO_LEADER = "不再以羊昌镇代表小组组长身份办事;新组长用名册文件登记".replace(";", "\uff1b");

test("who leads a group looks after its deputies while in office there", async () => {
  expect(await looksAfter()).toBe(true);
});

test.for([
  ["a resignation", "接受辞职 罗文军 11月20日"],
  ["a transfer", "罗文军从羊昌镇代表小组调到东风镇代表小组,自11月24日"],
  ["a suspension", "暂停罗文军代表职务 11月24日"],
] as const)(
  "%s ends that, says so on the card and to staff, and its undoing brings it back",
  async ([, said]) => {
    const [card] = await office().says(said);
    expect(card?.text).toContain(NO_LEADER);
    expect(await toldWhile(city.person("刘敏"), () => office().says("对"))).toContain(NO_LEADER);
    expect(await looksAfter()).toBe(false);
    await office().says("撤销变动 罗文军");
    await office().says("对");
    expect(await looksAfter()).toBe(true);
  },
);

test("a new term names the leaders who leave to the office and to staff, and to no other deputy", async () => {
  const [card] = await office().says("换届 十九届 11月25日 除罗文军外全部连任");
  expect(card?.text).toContain("离任的组长\uff1a罗文军(羊昌镇代表小组)");
  expect(await toldWhile(city.person("李明"), () => office().says("对"))).not.toContain("罗文军");
  expect(await looksAfter()).toBe(false);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

// The congress meets on 12 January 2027; 罗文军 heads the delegation of 羊昌镇, and that of 东风镇 has no head on file.
let city: City;
const [SESSION, PLENARY, DELEGATION] = ["活-2027-001", "活-2027-002", "活-2027-003"];
const heard = (name: string, kind: string) => heardOf(city.person(name), kind);
const says = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, 'group_leader', '2021-12-20' from people p, orgs o
    where p.name = '罗文军' and o.name = '羊昌镇代表小组'`);
  await city
    .person("孙丽")
    .says("发布会议 乌当区第六次会议 地点区会议中心\n1月12日上午9点 全体会议\n下午2点半 代表团会议");
  await city.person("孙丽").taps("对,发通知");
});
afterAll(() => city.close());

test("leave from a sitting goes to the head of the deputy's delegation, and the deputy hears so", async () => {
  expect(await says("李明", `请假 ${DELEGATION} 住院`)).toContain(
    "转给代表团团长(代表小组组长)，等批准，结果会告诉您",
  );
  await eventually(() => expect(heard("罗文军", "activity.leave-asked")).toHaveLength(1));
  for (const other of ["孙丽", "何志远", "刘敏"]) expect(heard(other, "activity.leave-asked")).toEqual([]);
});

test("who decides sees in 待办 what it takes: who, from what, on which day and why", async () => {
  const [list] = await city.person("罗文军").says("待办 请假");
  expect(list?.text).toContain(`${DELEGATION} 李明 2027年1月12日 代表团会议：生病`);
  expect(list?.choices.map((one) => one.label).slice(0, 2)).toEqual([
    "准假 李明 2027年1月12日",
    "不准 李明 2027年1月12日",
  ]);
  expect(await says("罗文军", "待办")).toContain("待批的请假1件");
  expect(await says("何志远", "待办 请假")).toContain("没有待批的请假");
});

test("from there a no asks for its reason, and a yes is shown first", async () => {
  await city.person("罗文军").says("待办 请假");
  expect((await city.person("罗文军").taps("不准 李明 2027年1月12日"))[0]?.text).toContain("要说明理由");
  await city.person("罗文军").says("算了");
  await city.person("罗文军").says("待办 请假");
  const [card] = await city.person("罗文军").taps("准假 李明 2027年1月12日");
  expect(card?.kind).toBe("sure.leave");
  expect(card?.text).toContain("生病");
});

test("whoever was asked hears that the office was quicker, and his yes says by whom it was decided", async () => {
  await city.person("孙丽").says(`准假 李明 ${DELEGATION}`);
  await city.person("孙丽").taps("对,准假");
  await eventually(() => expect(heard("罗文军", "activity.leave-settled")).toHaveLength(1));
  const [told] = heard("罗文军", "activity.leave-settled");
  expect(told?.text).toMatch(/^不用再批，孙丽已准假：\n李明代表，活-2027-003/u);
  expect(await says("罗文军", `准假 李明 ${DELEGATION}`)).toContain("孙丽已经准假了");
  expect(await says("罗文军", "准假 李明、王芳")).toContain("孙丽已经准假了");
  expect(heard("孙丽", "activity.leave-settled")).toEqual([]);
});

test("several that are decided on with one yes are told in one message", async () => {
  for (const name of ["王芳", "陈建国"]) await city.person(name).says(`请假 ${PLENARY} 出差`);
  await eventually(() => expect(heard("罗文军", "activity.leave-asked")).toHaveLength(3));
  await city.person("孙丽").says("准假 王芳、陈建国");
  await city.person("孙丽").says("对");
  await eventually(() => expect(heard("罗文军", "activity.leave-settled")).toHaveLength(2));
  expect(heard("罗文军", "activity.leave-settled")[1]?.text).toMatch(/王芳代表[^\n]*\n陈建国代表/u);
});

test("where nobody is on file who would decide, the office is asked and hears in whose place", async () => {
  expect(await says("吴红梅", `请假 ${DELEGATION} 出差`)).toContain("转给代表工委");
  await eventually(() => expect(heard("孙丽", "activity.leave-asked")).toHaveLength(1));
  expect(heard("孙丽", "activity.leave-asked")[0]?.text).toContain(
    "本该由代表团团长(代表小组组长)批，眼下没有可以批的人，请您来批",
  );
});

test("the head's own leave is not the head's to decide", async () => {
  expect(await says("罗文军", `请假 ${DELEGATION} 生病`)).toContain("转给代表工委");
  expect(await says("罗文军", "待办 请假")).toContain("没有待批的请假");
});

test("leave from the whole session is the directors' meeting's, and from a group's activity its convener's", async () => {
  expect(await says("周志强", `请假 ${SESSION} 出国`)).toContain("转给主任会议");
  await eventually(() => expect(heard("何志远", "activity.leave-asked")).toHaveLength(1));
  await city.person("刘敏").says("发布活动 12月20日上午9点 羊昌镇代表小组 小组活动 地点镇政府");
  const number = (await city.person("刘敏").says("对"))[0]?.number ?? "";
  expect(await says("杨秀英", `请假 ${number} 家里有事`)).toContain("转给召集人");
  await eventually(() => expect(heard("刘敏", "activity.leave-asked")).toHaveLength(1));
});

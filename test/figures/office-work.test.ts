import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const file = async (name: string, said: string): Promise<void> => {
  await city.person(name).says(said);
  await city.person(name).says("对");
};
const toldOf = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);

test("only those without a record are reminded, after the clerk has seen the list", async () => {
  await file("李明", "昨天走访黄连村12户");
  const clerk = city.person("刘敏");
  const [list] = await clerk.says("催 未报 本月");
  expect(list?.kind).toBe("sure.nudge");
  expect(list?.text).toContain("要提醒4位");
  expect(list?.text).not.toContain("李明");
  await file("王芳", "昨天走访平寨村2户");
  const [sent] = await clerk.taps("对,提醒他们");
  expect(sent?.text).toContain("提醒3位代表");
  await sleep(150);
  expect(toldOf("陈建国", "nudge.reminder")).toHaveLength(1);
  expect(toldOf("王芳", "nudge.reminder")).toHaveLength(0);
  expect(toldOf("吴红梅", "nudge.reminder")).toHaveLength(0);
});

test("a second round on the same day writes to nobody again", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("催 未报 本月");
  await clerk.taps("对,提醒他们");
  await sleep(150);
  expect(toldOf("陈建国", "nudge.reminder")).toHaveLength(1);
});

test("a nudge at night waits for the morning", async () => {
  city.now = new Date("2026-09-17T22:30:00+08:00");
  const clerk = city.person("赵勇");
  await clerk.says("催 未报 本月");
  await clerk.taps("对,提醒他们");
  await sleep(150);
  expect(toldOf("吴红梅", "nudge.reminder")).toHaveLength(0);
  city.now = new Date("2026-09-18T09:00:00+08:00");
});

test("a clerk sees what waits, and the other township's does not show", async () => {
  await file("吴红梅", "群众反映麦坪村路灯不亮");
  const [answer] = await city.person("刘敏").says("待办");
  expect(answer?.text).toContain("待核实的记录2条");
  expect(answer?.text).toContain("待定稿的活动1场");
  expect(answer?.text).not.toContain("群众意见");
  expect((await city.person("赵勇").says("待办"))[0]?.text).toContain("群众意见1条");
});

test("a deputy sees what waits for a word", async () => {
  await city.person("刘敏").says("代报 罗文军 昨天走访石关村3户");
  await city.person("刘敏").says("对");
  const [answer] = await city.person("罗文军").says("待办");
  expect(answer?.text).toContain("等您确认的1条");
});

test("opinions by category, and those nobody has dealt with", async () => {
  const [stats] = await city.person("赵勇").says("意见");
  expect(stats?.text).toContain("群众意见1条");
  const [open] = await city.person("赵勇").taps("看没办的");
  expect(open?.text).toMatch(/意-2026-\d+ /u);
  expect((await city.person("刘敏").says("意见"))[0]?.text).toContain("没有登记");
});

test("a line that begins with 意见 and tells of something is an opinion", async () => {
  const [card] = await city.person("李明").says("意见:黄连村二组路灯坏了三天没人修");
  expect(card?.kind).toBe("report.card");
  await city.person("李明").says("不要");
});

test("what people say about the program reaches the office, and only the office", async () => {
  expect((await city.person("李明").says("反馈 字太小了"))[0]?.text).toContain("已转给代表工委办公室");
  expect((await city.person("刘敏").says("反馈"))[0]?.kind).toBe("help.refused");
  const office = city.person("孙丽");
  expect((await office.says("待办"))[0]?.text).toContain("对助手的反馈1条");
  expect((await office.says("反馈"))[0]?.text).toContain("1. 李明：字太小了");
  expect((await office.says("反馈 办结 1"))[0]?.text).toContain("已办结");
  expect((await office.says("反馈"))[0]?.text).toContain("没有待看的反馈");
});

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  const [receipt] = await city.person(name).says("对");
  return receipt?.number ?? "";
};
/** What somebody was told unasked, once the outbox has got round to it. */
const told = async (name: string, kind: string): Promise<string> => {
  const find = () =>
    city
      .person(name)
      .heard()
      .findLast((one) => one.kind === kind)?.text;
  const until = performance.now() + 3_000;
  while (find() === undefined && performance.now() < until) await sleep(10);
  return find() ?? "";
};

test("a named companion is asked once, and a yes makes a record of his own", async () => {
  const number = await report("李明", "昨天和王芳走访黄连村12户");
  expect(await told("王芳", "report.companion")).toContain(number);
  const wangfang = city.person("王芳");
  const [answer] = await wangfang.taps("对,我也在");
  expect(answer?.text).toContain("记好了，您的一份是 履-2026-00002");
  const [own] = await wangfang.says("我的履职");
  expect(own?.text).toContain("履职1次：12户");
  const [figure] = await city.person("刘敏").says("统计 走访 本月");
  expect(figure?.text).toContain("1次(2条记录，2位代表)");
  expect(figure?.text).toContain("12户");
});

test("a companion who was not there says so, and nothing is counted", async () => {
  await report("李明", "今天和陈建国走访平寨村3户");
  await told("陈建国", "report.companion");
  await city.person("陈建国").taps("不是我");
  expect((await city.person("陈建国").says("我的履职"))[0]?.text).toContain("还没有计入");
});

test("the same day, kind and place again is asked about, not doubled", async () => {
  const liming = city.person("李明");
  await liming.says("今天走访平寨村3户");
  const [asked] = await liming.says("对");
  expect(asked?.kind).toBe("sure.similar");
  const [dropped] = await liming.taps("不用了");
  expect(dropped?.kind).toBe("sure.dropped");
  await liming.says("今天走访平寨村3户");
  await liming.says("对");
  const [filed] = await liming.taps("是另一次,再记一条");
  expect(filed?.kind).toBe("report.filed");
  await liming.says("撤销");
});

test("what staff enter waits for the deputy's word", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("代报 杨秀英 昨天走访石关村3户");
  const [receipt] = await clerk.says("对");
  const number = receipt?.number ?? "";
  expect(await told("杨秀英", "report.entered")).toContain(number);
  const yang = city.person("杨秀英");
  expect((await yang.says("我的履职"))[0]?.text).toContain("还没有计入");
  expect((await clerk.says(`核实 ${number}`))[0]?.text).toContain("还在等代表本人确认");
  expect((await yang.says("对"))[0]?.text).toContain(`已确认：${number}`);
  expect((await yang.says("我的履职"))[0]?.text).toContain("履职1次：3户");
});

test("a deputy who says it is wrong puts it out, and the clerk hears of it", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("代报 罗文军 昨天走访石关村3户");
  const number = (await clerk.says("对"))[0]?.number ?? "";
  await told("罗文军", "report.entered");
  await city.person("罗文军").taps("不对");
  expect(await told("刘敏", "share.denied")).toContain(number);
});

test("staff see the list before a batch is verified, and only that list is", async () => {
  const clerk = city.person("刘敏");
  const [list] = await clerk.says("核实 全部 羊昌镇 本月");
  expect(list?.kind).toBe("sure.verify");
  expect(list?.text).toContain("待核实4条");
  await report("李明", "今天走访甘庄村9户");
  const [done] = await clerk.taps("对,核实这4条");
  expect(done?.text).toContain("已核实4条");
  expect((await clerk.says("核实 全部 本月"))[0]?.text).toContain("待核实1条");
  await clerk.taps("不用了");
});

test("the clerk of another township cannot verify it, and learns nothing about it", async () => {
  const [answer] = await city.person("赵勇").says("核实 履-2026-00001");
  const [nowhere] = await city.person("赵勇").says("核实 履-2026-09999");
  expect(answer?.text.replace("00001", "09999")).toBe(nowhere?.text);
});

test("a record goes back with its reason, and counts again once put right", async () => {
  const number = await report("陈建国", "昨天走访甘庄村6户");
  const clerk = city.person("刘敏");
  expect((await clerk.says(`退回 ${number}`))[0]?.text).toContain("要写明理由");
  expect((await clerk.says(`退回 ${number} 户数对不上`))[0]?.text).toContain("要退回吗");
  expect((await clerk.taps("对,退回"))[0]?.kind).toBe("verify.returned");
  expect(await told("陈建国", "verify.came-back")).toContain("户数对不上");
  const chen = city.person("陈建国");
  expect((await chen.says("我的履职"))[0]?.text).toContain("还没有计入");
  await chen.says("不对,是5户");
  expect((await chen.says("我的履职"))[0]?.text).toContain("5户");
});

test("after the free hours a withdrawal leaves a trace and word to staff", async () => {
  const number = await report("李明", "今天在羊昌镇政府接待选民2人");
  city.now = new Date(city.now.getTime() + 26 * 3_600_000);
  const [answer] = await city.person("李明").says(`撤销 ${number}`);
  expect(answer?.kind).toBe("report.withdrawn");
  expect(await told("刘敏", "share.changed-late")).toContain(number);
});

test("a deputy's yes that never came is marked after seven days", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("代报 罗文军 9月10日走访新场村7户");
  await clerk.says("对");
  expect((await clerk.says("代表 罗文军"))[0]?.text).toContain("履职0次");
  city.now = new Date(city.now.getTime() + 7 * 24 * 3_600_000);
  expect((await clerk.says("代表 罗文军"))[0]?.text).toContain("其中未确认1条");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

// 杨秀英 was absent without leave sixty days ago, and does not come to yesterday's activity either.
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const YESTERDAY = "活-2026-002";
const LONG_AGO = "活-2026-001";
const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const finalise = async (register: string): Promise<void> => {
  await clerk().says(`到会 ${YESTERDAY} ${register}`);
  await clerk().taps("对,登记");
  const both = [clerk(), city.person("孙丽")];
  for (const one of both) await one.says(`定稿 ${YESTERDAY}`);
  await Promise.all(both.map((one) => one.taps("对,定稿")));
  const answered = (what: string): number =>
    ["刘敏", "孙丽"].flatMap((name) => city.person(name).heard()).filter((one) => one.text.includes(what))
      .length;
  await eventually(() => expect([answered("已定稿"), answered("已经定稿了")]).toEqual([1, 1]));
};

test("two finalise at once and once it is final; 李明 misses one activity: a warning for his eyes only, nothing for the office", async () => {
  await finalise("除李明、杨秀英外全到");
  await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(1));
  expect(heard("孙丽", "absence.case").some((one) => one.text.includes("李明"))).toBe(false);
  expect(heard("李明", "absence.warned")[0]?.text).not.toContain("杨秀英");
});

test("杨秀英's second is a case for the office to look into, in words that judge nothing", async () => {
  await eventually(() => expect(heard("孙丽", "absence.case")).toHaveLength(1));
  const [found] = heard("孙丽", "absence.case");
  for (const piece of ["杨秀英", LONG_AGO, YESTERDAY, "请代表工作委员会核实", "提醒、教育、函询", "不是结论"])
    expect(found?.text).toContain(piece);
  await eventually(() => expect(heard("杨秀英", "absence.struck")).toHaveLength(1));
  expect(heard("刘敏", "absence.case")).toHaveLength(0);
});

test("李明 objects, the office upholds it, and the warning is withdrawn", async () => {
  const [received] = await city.person("李明").says("异议 当天我在会场,坐在后排,同桌电话13812345678");
  expect(received?.text).toContain("异议已收到");
  await eventually(() => expect(heard("孙丽", "attendance.objection")).toHaveLength(1));
  expect(heard("孙丽", "attendance.objection")[0]?.text).toContain("〔电话〕");
  expect(heard("孙丽", "attendance.objection")[0]?.text).not.toContain("13812345678");
  const [clerks] = await clerk().says("异议成立 李明");
  expect(clerks?.text).toContain("代表工委来办");
  const [sure] = await city.person("孙丽").says("异议成立 李明");
  for (const piece of ["李明", YESTERDAY, "坐在后排", "之前的缺席提醒作废"])
    expect(sure?.text).toContain(piece);
  expect(heard("李明", "absence.withdrawn")).toHaveLength(0);
  const [decided] = await city.person("孙丽").taps("对,异议成立");
  expect(decided?.text).toContain("不算缺席");
  await eventually(() => expect(heard("李明", "absence.withdrawn")).toHaveLength(1));
});

test("an objection that is refused changes nothing and gives its reason", async () => {
  await city.person("杨秀英").says(`异议 ${YESTERDAY} 我那天生病了`);
  const [bare] = await city.person("孙丽").says("异议不成立 杨秀英");
  expect(bare?.text).toContain("理由");
  await city.person("孙丽").says("异议不成立 杨秀英 没有请假记录");
  await city.person("孙丽").says("对");
  await eventually(() => expect(heard("杨秀英", "attendance.objection-answered")).toHaveLength(1));
  expect(heard("杨秀英", "attendance.objection-answered")[0]?.text).toContain("没有请假记录");
  expect(heard("杨秀英", "absence.withdrawn")).toHaveLength(0);
});

test("correcting the first absence turns the strike back into a warning, and both sides are told", async () => {
  await clerk().says(`改考勤 ${LONG_AGO} 杨秀英 到会`);
  const [done] = await clerk().says("对");
  expect(done?.text).toContain("已更正");
  await eventually(() => expect(heard("孙丽", "absence.case-withdrawn")).toHaveLength(1));
  await eventually(() => expect(heard("杨秀英", "absence.warned").at(-1)?.number).toBe(YESTERDAY));
  expect(heard("杨秀英", "attendance.changed")).toHaveLength(1);
  const [first, strike] = heard("杨秀英", "absence.withdrawn").map((one) => one.text);
  expect(first).toContain("不再算缺席");
  expect(strike).toContain("核实通知作废");
  expect(strike).not.toContain("不再算缺席");
});

test("correcting it back makes the case again", async () => {
  city.now = new Date("2026-09-16T10:00:00+08:00");
  await clerk().says(`改考勤 ${LONG_AGO} 杨秀英 缺席`);
  await clerk().says("对");
  await eventually(() => expect(heard("孙丽", "absence.case")).toHaveLength(2));
  await eventually(() => expect(heard("杨秀英", "absence.struck")).toHaveLength(2));
});

test("an objection after the days that the rule gives is too late", async () => {
  city.now = new Date("2026-10-20T10:00:00+08:00");
  const [late] = await city.person("杨秀英").says("异议 我想起来了,当天我在");
  expect(late?.text).toContain("期限已经过了");
});

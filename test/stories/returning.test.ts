import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
const numbers: string[] = [];
const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
beforeAll(async () => {
  city = await openCity();
  for (const [name, said] of [
    ["李明", "9月14日走访黄连村12户"],
    ["王芳", "9月14日走访平寨村3户"],
    ["陈建国", "9月13日走访甘庄村6户"],
  ])
    numbers.push(await report(name ?? "", said ?? ""));
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const cameBack = (name: string): string[] =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "verify.came-back")
    .map((one) => one.text);

test("退回 全部 lists first what would go back, with the one reason", async () => {
  const [list] = await clerk().says("退回 全部 羊昌镇 本月 理由 户数没有写清楚");
  expect(list?.kind).toBe("sure.return-all");
  for (const piece of [...numbers, "户数没有写清楚"]) expect(list?.text).toContain(piece);
  expect(list?.text.length).toBeLessThan(500);
  expect(cameBack("李明")).toEqual([]);
});

test("one yes sends them back, each to its deputy, but not what changed since", async () => {
  await city.person("王芳").says(`改 ${numbers[1]} 数量 4户`);
  const [done] = await clerk().taps("对,退回这3条");
  expect(done?.text).toContain(`已退回2条：${numbers[0]}、${numbers[2]}`);
  expect(done?.text).toContain(`没有退：${numbers[1]}`);
  expect(cameBack("李明")[0]).toContain("户数没有写清楚");
  expect(cameBack("陈建国")).toHaveLength(1);
  expect(cameBack("王芳")).toEqual([]);
});

test("several numbers are listed together, and none of them is passed over in silence", async () => {
  const fourth = await report("王芳", "9月12日走访新场村2户");
  const [list] = await clerk().says(`退回 ${numbers[1]} ${fourth} ${numbers[0]} 日期不对`);
  for (const piece of [numbers[1] ?? "", fourth, "不退", "日期不对"]) expect(list?.text).toContain(piece);
  await clerk().taps("不用了");
  expect(cameBack("王芳")).toEqual([]);
});

test("without a reason nothing goes back, and a clerk elsewhere learns nothing", async () => {
  expect((await clerk().says("退回 全部 本月"))[0]?.text).toContain("要写明理由");
  const [other] = await city.person("赵勇").says(`退回 ${numbers[1]} 履-2026-00099 日期不对`);
  expect(other?.text).toContain("没有退回任何一条");
});

test("a correction without a number, while the latest is verified, is offered for the one that came back", async () => {
  const latest = await report("李明", "9月15日走访石关村8户");
  await clerk().says(`核实 ${latest}`);
  const [asked] = await city.person("李明").says("改数量 13户");
  expect(asked?.kind).toBe("sure.amend");
  for (const piece of [numbers[0] ?? "", "13户", "已经核实"]) expect(asked?.text).toContain(piece);
  const [changed] = await city.person("李明").taps("对,改这条");
  expect(changed?.text).toContain(`已改好 ${numbers[0]}`);
  const [refused] = await city.person("李明").says("改数量 14户");
  expect(refused?.text).toContain("已经核实");
});

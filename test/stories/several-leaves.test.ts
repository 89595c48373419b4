import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { heardOf } from "#test/support/overheard.ts";

// All of 羊昌镇 are called to what is on Wednesday, 23 September; three of them ask for leave.
const AHEAD = "活-2026-003";
let city: City;
beforeEach(async () => {
  city = await openCity();
  await city.person("李明").says(`请假 ${AHEAD} 生病住院`);
  await city.person("王芳").says(`请假 ${AHEAD} 出差`);
  await city.person("陈建国").says(`请假 ${AHEAD} 家里有事`);
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const decided = (name: string) =>
  heardOf(city.person(name), "activity.leave-decided").map(({ text }) => text.split(/：/u)[0]);
const card = async (words: string) => (await clerk().says(words))[0]?.text ?? "";

test.each(["准假 李明、王芳", "准假 李明 王芳", "准假 李明和王芳", "批准李明、王芳的请假"])(
  "%s lists both, and one yes grants both and nobody else",
  async (words) => {
    const shown = await card(words);
    for (const piece of ["这2份假都准吗", "李明 生病", "王芳 出差", AHEAD, "会分别告诉本人"])
      expect(shown).toContain(piece);
    expect(shown).not.toContain("陈建国");
    expect(decided("李明")).toEqual([]);
    expect((await clerk().says("对"))[0]?.text).toContain("已准假2份");
    expect(decided("李明")).toEqual(["您的请假已批准"]);
    expect(decided("王芳")).toEqual(["您的请假已批准"]);
    expect(decided("陈建国")).toEqual([]);
  },
);

test.each(["全部准假", "都批了", "准假 全部", "把请假都批了"])("%s means all that wait", async (words) => {
  expect(await card(words)).toContain("这3份假都准吗");
  await clerk().taps("对,3份都准");
  for (const name of ["李明", "王芳", "陈建国"]) expect(decided(name)).toEqual(["您的请假已批准"]);
});

test("for whom nothing waits is said, and no hindrance", async () => {
  const shown = await card("准假 李明、杨秀英");
  expect(shown).toContain("这1份假都准吗");
  expect(shown).toContain("没有找到等您批的：杨秀英");
});

test("who took it back between the card and the yes is left out, and the clerk hears so", async () => {
  await card("全部准假");
  await city.person("王芳").says("不请假了");
  await clerk().says("算了");
  await clerk().says("全部准假");
  await city.person("陈建国").says("不请假了");
  const [answer] = await clerk().taps("对,2份都准");
  expect(answer?.text).toContain("已准假1份：李明");
  expect(answer?.text).toContain("另外1份刚才有变化");
  expect(decided("李明")).toEqual(["您的请假已批准"]);
  expect([...decided("王芳"), ...decided("陈建国")]).toEqual([]);
});

test("several are refused for one reason, and asked again", async () => {
  expect(await card("不准 李明、王芳")).toContain("要写明理由");
  expect(await card("不准 李明、王芳 理由当天有表决")).toContain("这2份假都不准吗");
  await clerk().says("对");
  const [heard] = heardOf(city.person("李明"), "activity.leave-decided");
  expect(heard?.text).toContain("没有批准");
  expect(heard?.text).toContain("当天有表决");
  expect(await card(`查看 ${AHEAD}`)).toContain("没回4人：李明、王芳、杨秀英、罗文军");
});

test("no deputy grants all that waits, nor does another town's clerk", async () => {
  const [deputy] = await city.person("杨秀英").says("全部准假");
  expect(deputy?.text).not.toContain("都准吗");
  const [other] = await city.person("赵勇").says("全部准假");
  expect(other?.text).toContain("没有找到等您批");
});

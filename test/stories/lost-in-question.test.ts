import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

beforeAll(warmReader);

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterEach(() => city.close());

const kinds = (said: readonly { readonly kind: string }[]): string[] => said.map((one) => one.kind);

test.each(["我看不懂", "你说慢点", "啥意思", "不会弄"])(
  "%s while a question is open is answered calmly, with the question and a way out",
  async (said) => {
    const li = city.person("李明");
    await li.says("2月30日走访3户");
    const answers = await li.says(said);
    expect(kinds(answers)).toEqual(["open.calm", "report.question"]);
    expect(answers[0]?.text).toContain("不记了");
    expect(kinds(await li.says("昨天"))).toEqual(["report.card"]);
  },
);

test.each(["没事了", "没啥事", "不说了"])("%s lets the question go", async (said) => {
  const resident = city.person("居民");
  await resident.says("昨晚的月亮真圆");
  await resident.taps("反映群众意见");
  expect(kinds(await resident.says(said))).toEqual(["report.dropped"]);
  expect(kinds(await resident.says("看卡片"))).toEqual(["help.nothing-open"]);
});

test("thanks are taken as thanks, and what is open stays", async () => {
  const li = city.person("李明");
  await li.says("2月30日走访3户");
  expect(kinds(await li.says("谢谢你啊小伙子"))).toEqual(["open.thanks"]);
  expect(kinds(await li.says("昨天"))).toEqual(["report.card"]);
});

test("what is open is mentioned behind three answers, and then waits in silence", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("应办");
  for (const said of ["我的履职", "我的意见", "应办"])
    expect(kinds(await li.says(said)).at(-1)).toBe("open.waits");
  expect(kinds(await li.says("我的履职"))).toEqual(["figures.own-duty"]);
  expect(kinds(await li.says("看卡片"))).toEqual(["report.card"]);
});

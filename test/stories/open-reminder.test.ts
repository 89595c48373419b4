import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const kinds = (said: readonly { readonly kind: string }[]): string[] => said.map((one) => one.kind);

test("a card comes back in full once; after further answers one line says that it waits", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  expect(kinds(await li.says("应办"))).toEqual(["obligation.answer", "report.card"]);
  const [, line] = await li.says("我的履职");
  expect(line?.kind).toBe("open.waits");
  expect(line?.text.split("\n")).toHaveLength(1);
  expect(line?.text).toContain("走访群众");
  expect(kinds(await li.says("我的意见"))).toEqual(["figures.own-cases", "open.waits"]);
  expect(kinds(await li.says("对"))).toEqual(["report.filed"]);
});

test("看卡片 shows it again, typed or tapped, and says so where nothing waits", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("应办");
  await li.says("我的履职");
  expect((await li.taps("看卡片"))[0]?.text).toContain("黄连村");
  expect(kinds(await li.says("看卡片。"))).toEqual(["report.card"]);
  await li.says("不记了");
  expect(kinds(await li.says("看卡片"))).toEqual(["help.nothing-open"]);
});

test("a card that had to wait for another report is shown in full again before 对 can mean it", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("应办");
  await li.says("前天接待选民3人");
  expect(kinds(await li.says("对"))).toEqual(["report.filed", "report.card"]);
});

test("a question whose answer was not understood is not asked again after another topic", async () => {
  const li = city.person("李明");
  await li.says("2月30日走访3户");
  expect(kinds(await li.says("嗯嗯"))).toEqual(["report.not-read"]);
  expect(kinds(await li.says("应办"))).toEqual(["obligation.answer", "open.waits"]);
  const [question] = await li.says("看卡片");
  expect(question?.kind).toBe("report.question");
  expect((await li.says("昨天"))[0]?.kind).toBe("report.card");
});

test("the deed told once more in answer to a question is the same deed, another deed is another card", async () => {
  const li = city.person("李明");
  await li.says("2月30日走访3户");
  const [card] = await li.says("9月14日走访黄连村3户");
  expect(card?.text).toContain("9月14日(周一)\uFF0C黄连村\uFF0C3户");
  await li.says("对");
  await li.says("2月30日走访3户");
  const [other] = await li.says("昨天接待选民5人");
  expect(other?.text).toContain("【接待选民】");
  expect(kinds(await li.says("对"))).toEqual(["report.filed", "report.question"]);
});

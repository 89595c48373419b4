import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

const BOTH = [
  ["数量 18户,地点黄连村三组", ["18户", "黄连村三组"]],
  ["数量错了,是9户,地点是平寨村", ["9户", "平寨村"]],
  ["错了,是16户,同行还有王芳", ["16户", "王芳"]],
  ["改地点 羊昌村,时间前天", ["羊昌村", "11月24日"]],
] as const;

test.for(BOTH)("%s changes both, and the answer says so", async ([said, shown]) => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  const number = (await li.says("对"))[0]?.number ?? "";
  const [changed] = await li.says(said);
  expect(changed?.text).toContain(`已改好 ${number}`);
  for (const words of shown) expect(changed?.text).toContain(words);
  const [record] = await li.says(number);
  for (const words of shown) expect(record?.text).toContain(words);
  await li.says(`撤销 ${number}`);
});

test.for(BOTH)("%s on the card changes both before it is filed", async ([said, shown]) => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  const [card] = await li.says(said);
  expect(card?.kind).toBe("report.card");
  for (const words of shown) expect(card?.text).toContain(words);
  await li.says("不要");
});

test("by its number a record is put right in two things as well", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  const number = (await li.says("对"))[0]?.number ?? "";
  const [changed] = await li.says(`改 ${number} 数量 7户,地点平寨村`);
  expect(changed?.text).toContain("7户");
  expect(changed?.text).toContain("平寨村");
  await li.says(`撤销 ${number}`);
});

test("what of the two cannot be changed is said, and the other is", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  const number = (await li.says("对"))[0]?.number ?? "";
  const [changed] = await li.says("数量 18户,时间改到2019年3月1日");
  expect(changed?.text).toContain("18户");
  expect(changed?.text).toContain("没有改");
  const [record] = await li.says(number);
  expect(record?.text).toContain("11月25日");
});

const STRETCHES = [
  ["不对,是24号到25号", "11月24日(周二)至11月25日(周三)"],
  ["改时间 11月21日至11月23日", "11月21日(周六)至11月23日(周一)"],
  ["时间改成11月20号到22号", "11月20日(周五)至11月22日(周日)"],
  ["改成19号到22号", "11月19日(周四)至11月22日(周日)"],
] as const;

test.for(STRETCHES)("%s puts the last day right as well, on the card and after it", async ([said, days]) => {
  const li = city.person("李明");
  await li.says("11月23号到24号参加了代表培训");
  expect((await li.says(said))[0]?.text).toContain(days);
  await li.says("不要");
  await li.says("11月23号到24号参加了代表培训");
  const [receipt] = await li.says("对");
  expect(receipt?.text).toContain("11月23日(周一)至11月24日(周二)");
  const number = receipt?.number ?? "";
  await li.says(said);
  expect((await li.says(number))[0]?.text).toContain(days);
  await li.says(`撤销 ${number}`);
});

test("4户改成5户 on the card takes the new number", async () => {
  const li = city.person("李明");
  for (const [told, said, shown] of [
    ["昨天走访黄连村4户", "4户改成5户", "5户"],
    ["昨天在站里接待群众5人", "5人改成4人", "4人"],
    ["昨天走访黄连村4户", "把4户改为6户", "6户"],
  ] as const) {
    await li.says(told);
    expect((await li.says(said))[0]?.text).toContain(shown);
    await li.says("不要");
  }
});

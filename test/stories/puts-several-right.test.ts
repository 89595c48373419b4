import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());
afterEach(async () => {
  await city.person("李明").says("不要");
});

beforeAll(warmReader);

const says = async (said: string) => (await city.person("李明").says(said))[0];
const filed = async (said: string): Promise<string> => {
  await says(said);
  return (await says("对"))?.number ?? "";
};

const ONLY_THE_DAY = [
  ["11月20日走访洛湾村9户", "那天是星期四,不是星期五,户数没错", "11月19日", "9户"],
  ["11月18日走访黄连村9户", "户数没错,就是日期错了,应该是11月19号", "11月19日", "9户"],
  ["11月25日走访黄连村9户", "那天是11月30号,9户没错", "11月30日", "9户"],
  ["11月10日接待选民2人", "人数没变,还是2人,时间改到11月3日", "11月3日", "2人"],
] as const;

test.for(ONLY_THE_DAY)("of %s, %s changes the day and nothing else", async ([report, said, day, amount]) => {
  const number = await filed(report);
  const answer = await says(said);
  expect(answer?.text).toContain(`已改好 ${number}`);
  const [record = ""] = ((await says(number))?.text ?? "").split("“");
  expect(record).toContain(day);
  expect(record.match(/\d+(?:户|人)/gu)).toEqual([amount]);
  await says(`撤销 ${number}`);
});

test.for(ONLY_THE_DAY)(
  "on the card of %s, %s changes the day and nothing else",
  async ([report, said, day, amount]) => {
    await says(report);
    const card = await says(said);
    expect(card?.kind).toBe("report.card");
    expect(card?.text).toContain(day);
    expect(card?.text.match(/\d+(?:户|人)/gu)).toEqual([amount]);
  },
);

test("what is only said to be wrong is named, and the rest is changed", async () => {
  const number = await filed("11月20日走访黄连村9户");
  const answer = await says("人数不对,去的是9户没错,但那天是11月19号");
  expect(answer?.text).toContain("11月19日");
  expect(answer?.text).toContain("人数不对");
  expect((await says(number))?.text).not.toContain("人,");
  await says(`撤销 ${number}`);
});

test.for([
  ["没有3人,去掉", ["9户"]],
  ["没有3人", ["9户"]],
  ["去掉人数", ["9户"]],
  ["把人数去掉", ["9户"]],
  ["人数不要写了", ["9户"]],
  ["别写人数了", ["9户"]],
  ["3人不算", ["9户"]],
  ["写错了,只有8户,没有3人", ["8户"]],
  ["应该是12户,不是人", ["12户"]],
  ["没有9户,只有7户", ["3人", "7户"]],
  ["别写数量了", []],
] as const)("%s takes out of a filed record what is not counted", async ([said, left]) => {
  const number = await filed("11月20日走访黄连村9户");
  await says(`改 ${number} 人数 3人`);
  const answer = await says(said);
  expect(answer?.text).toContain(`已改好 ${number}`);
  const amounts = ((await says(number))?.text ?? "").split("“")[0]?.match(/\d+(?:户|人)(?!\d)/gu) ?? [];
  expect([...amounts].sort()).toEqual([...left].sort());
  await says(`撤销 ${number}`);
});

test.for(["没有人", "去掉王芳", "没有12户以上的村", "这个村没有3户以上的低保"])(
  "%s takes no amount out",
  async (said) => {
    const number = await filed("11月20日走访黄连村12户");
    await says(said);
    await says("不要");
    expect((await says(number))?.text).toContain("12户");
    await says(`撤销 ${number}`);
  },
);

test("what a record counts besides is seen, and taken out with a tap", async () => {
  const number = await filed("11月20日走访黄连村9户");
  await says(`改 ${number} 人数 3人`);
  const same = await says(`改 ${number} 数量 9户`);
  expect(same?.text).toContain("3人");
  const [done] = await city.person("李明").taps("去掉3人");
  expect(done?.text).toContain("9户");
  expect((await says(number))?.text?.split("“")[0]).not.toContain("3人");
  await says(`撤销 ${number}`);
});

test.for([
  ["村名不对,是平寨村,11月22号", ["平寨村", "11月22日"]],
  ["不是9户是8户,地点改成平寨村,日期11月19日", ["8户", "平寨村", "11月19日"]],
  ["错了,是11月19日,8户", ["11月19日", "8户"]],
] as const)("%s is all changed and all said, filed or not", async ([said, shown]) => {
  await says("11月20日走访黄连村9户");
  const card = await says(said);
  for (const words of shown) expect(card?.text).toContain(words);
  await says("不要");
  const number = await filed("11月20日走访黄连村9户");
  const answer = await says(said);
  for (const words of shown) expect(answer?.text).toContain(words);
  const record = await says(number);
  for (const words of shown) expect(record?.text).toContain(words);
  await says(`撤销 ${number}`);
});

test.for([
  ["少记了2户,一共14户", "14户"],
  ["还漏了2户", "14户"],
  ["应该再加2户", "14户"],
  ["漏报了两户,加上", "14户"],
  ["多报了2户", "10户"],
] as const)("%s is of the record just filed, after a tap", async ([said, now]) => {
  const number = await filed("11月20日走访黄连村12户");
  const answer = await says(said);
  if (answer?.kind === "sure.amend") await city.person("李明").taps("对,改这条");
  expect((await says(number))?.text).toContain(now);
  await says(`撤销 ${number}`);
});

test.for(["昨天还走访了平寨村2户", "漏了一次接待,11月21日接待3人"])(
  "%s is a record of its own",
  async (said) => {
    const number = await filed("11月20日走访黄连村12户");
    expect((await says(said))?.kind).toBe("report.card");
    await says("不要");
    expect((await says(number))?.text).toContain("12户");
    await says(`撤销 ${number}`);
  },
);

test("on a card of several items a correction is of the one that its words fit, and asked where two fit", async () => {
  await says("11月25日走访黄连村9户,接待选民12人");
  expect((await says("是二十个人"))?.text).toMatch(/①.*9户[^]*②.*20人/u);
  expect((await says("第二条人数是8人"))?.text).toMatch(/①.*9户[^]*②.*8人/u);
  const asked = await says("日期是11月24日");
  expect(asked?.kind).toBe("report.which-item");
  const [card] = await city.person("李明").taps("改②");
  expect(card?.text).toMatch(/①.*11月25日[^]*②.*11月24日/u);
  const receipt = (await says("对"))?.text ?? "";
  const [first = "", second = ""] = receipt.match(/履-2026-\d+/gu) ?? [];
  expect((await says("第二条人数是9人"))?.text).toContain(`已改好 ${second}`);
  expect((await says("刚才接待的人数写错了,应该是6个人"))?.text).toContain(`已改好 ${second}`);
  const offered = await says("把接待那条撤了");
  expect(offered?.text).toContain(second);
  expect(offered?.text).not.toContain(first);
  await says(`撤销 ${first}`);
  await says(`撤销 ${second}`);
});

test("while another card is open, the place that was wrong says which record is meant", async () => {
  const number = await filed("11月26日在党群服务中心接待选民5人");
  await says("11月27日走访平寨村3户,接待选民8人");
  const answer = await says("刚才那条的地点写成党群服务中心了,其实在镇政府二楼");
  expect(answer?.text).toContain(`已改好 ${number}`);
  expect(answer?.text).toContain("镇政府二楼");
  await says("不要");
  await says(`撤销 ${number}`);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];

test("a clerk's announcement in ordinary words becomes a draft to publish, and no report of last year", async () => {
  const [card] = await clerk().says("12月3日上午9点在羊昌镇政府三楼会议室开代表小组学习活动,请各位代表参加");
  expect(card?.kind).toBe("sure.publish");
  for (const piece of ["代表小组活动", "12月3日(周四) 09:00", "地点：羊昌镇政府三楼会议室", "通知5人"])
    expect(card?.text).toContain(piece);
  await clerk().says("不用了");
});

test.for([
  ["12月9日下午2点半组织羊昌镇代表小组视察农贸市场改造,地点镇政府集合", "视察", "12月9日(周三) 14:30"],
  ["12月10日上午9点 羊昌镇代表小组 专题调研 乡村振兴 地点羊昌镇政府", "专题调研", "12月10日(周四) 09:00"],
  ["12月15日上午九点羊昌镇代表培训,在镇政府三楼会议室,学习代表法", "学习培训", "12月15日(周二) 09:00"],
  ["下周三上午10点羊昌镇代表小组接待日,地点联络站", "接待选民日", "12月2日(周三) 10:00"],
])(
  "a clerk who tells what is on, and invites nobody in words, has a draft to publish: %s",
  async ([said = "", kind, when]) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.publish");
    for (const piece of [kind, when]) expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  },
);

test.for([
  "12月9日下午2点半李明视察农贸市场",
  "11月9日下午2点半组织代表视察了农贸市场",
  "去年12月9日下午2点半视察农贸市场",
  "12月9日下午2点半视察农贸市场的活动谁来不了?",
])("what a clerk says of somebody, or of what is over, is no announcement: %s", async (said) => {
  const answer = await clerk().says(said);
  expect(answer.map((one) => one.kind)).not.toContain("sure.publish");
  expect(answer.map((one) => one.kind)).not.toContain("activity.question");
  await clerk().says("不记了");
});

test("what an announcement lacks is asked about", async () => {
  const [question] = await clerk().says("12月5日代表小组视察农贸市场,请各位代表准时参加");
  expect(question?.kind).toBe("activity.question");
  await clerk().says("不发了");
});

test("what a clerk tells of the past is no announcement", async () => {
  const [whose] = await clerk().says("11月20日上午9点走访黄连村3户");
  expect(whose?.kind).toBe("report.whose");
  await clerk().says("不记了");
});

test("a day that is over is asked about and not taken for next year's", async () => {
  const [question] = await clerk().says("发布活动 11月1日上午9点 羊昌镇代表小组 小组活动");
  expect(question?.kind).toBe("activity.question");
  expect(question?.text).toContain("2027年11月1日");
  expect(labels(question)).toEqual(["对，是2027年", "不发了"]);
  const [card] = await clerk().taps("对,是2027年");
  expect(card?.text).toContain("2027年11月1日");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("2027年11月1日");
});

test("the day may be put right instead", async () => {
  await clerk().says("发布活动 11月1日上午9点 羊昌镇代表小组 小组活动");
  const [card] = await clerk().says("12月1日");
  expect(card?.text).toContain("时间：12月1日(周二) 09:00");
  await clerk().says("不用了");
});

test("early next year needs no question, but its year is shown", async () => {
  const [card] = await clerk().says("发布活动 1月8日上午9点 羊昌镇代表小组 小组活动");
  expect(card?.text).toContain("2027年1月8日");
  await clerk().says("不用了");
});

test.for([
  "发布活动 12月8日上午9点 羊昌镇代表小组 小组活动 主题:学习代表法 地点:羊昌镇政府",
  "发布活动 地点:羊昌镇政府,主题:学习代表法 时间:12月8日上午9点 羊昌镇代表小组 小组活动",
  "发布活动 羊昌镇代表小组 小组活动;内容:学习代表法;地点:羊昌镇政府;12月8日上午9点",
])("%s says every piece in whatever order", async (said) => {
  const [card] = await clerk().says(said);
  for (const piece of ["12月8日(周二) 09:00", "地点：羊昌镇政府", "内容：学习代表法"])
    expect(card?.text.split("\n").some((line) => line === piece || line.endsWith(piece))).toBe(true);
  await clerk().says("不用了");
});

test.for(["羊昌镇政府", "地点羊昌镇政府", "地点改成羊昌镇政府", "在羊昌镇政府三楼"])(
  "after the card, %s is its place",
  async (said) => {
    await clerk().says("发布活动 12月8日上午9点 羊昌镇代表小组 小组活动");
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.publish");
    expect(card?.text).toContain("地点：羊昌镇政府");
    expect(card?.text).toContain("羊昌镇代表小组");
    await clerk().says("不用了");
  },
);

test.for([
  ["改时间 下午2点半", "14:30"],
  ["12月9日", "12月9日(周三) 09:00"],
  ["内容改为视察农贸市场", "内容：视察农贸市场"],
])("after the card, %s changes what it says", async ([said = "", shown]) => {
  await clerk().says("发布活动 12月8日上午9点 羊昌镇代表小组 小组活动");
  const [card] = await clerk().says(said);
  expect(card?.text).toContain(shown);
  await clerk().says("不用了");
});

test("another question before the yes leaves the draft as it was", async () => {
  await clerk().says("发布活动 12月8日上午9点 羊昌镇代表小组 小组活动");
  const [answer, waiting] = await clerk().says("缺席 今年");
  expect([answer?.kind, waiting?.kind]).toEqual(["figures.absences", "sure.publish"]);
  await clerk().says("不用了");
});

test.for([
  [
    "发布活动 羊昌镇代表小组 12月10日上午9点半 到黄连村看看路灯和水渠,大家带上本子,集合地点镇政府大院",
    "内容：到黄连村看看路灯和水渠,大家带上本子",
  ],
  ["发布活动 羊昌镇代表小组 下周三上午九点在镇政府三楼会议室开小组会,讨论明年工作", "内容：讨论明年工作"],
  ["12月15日下午3点羊昌镇代表小组视察农贸市场,请各位代表准时参加", "内容：视察农贸市场"],
])("what it is about reaches the card without the word 内容: %s", async ([said = "", content]) => {
  const [card] = await clerk().says(said);
  expect(card?.kind).toBe("sure.publish");
  expect(card?.text.replace(/\uff0c/gu, ",").split("\n")).toContain(content);
  await clerk().says("不用了");
});

test("an announcement of nothing but day, hour, place and body has no content", async () => {
  const [card] = await clerk().says("12月3日上午9点在羊昌镇政府三楼会议室开代表小组学习活动,请各位代表参加");
  expect(card?.text).not.toContain("内容");
  await clerk().says("不用了");
});

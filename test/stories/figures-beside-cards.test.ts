import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("9月8日走访黄连村6户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

test("a question about one's own duty is answered while a card waits for its place, and the card stays", async () => {
  const [asked] = await city.person("王芳").says("上周走访了黄连村12户");
  expect(asked?.kind).toBe("report.question");
  for (const question of ["我走访了几户", "我今年走访了多少户?"]) {
    const answers = await city.person("王芳").says(question);
    expect([question, answers[0]?.kind]).toEqual([question, "figures.tally"]);
  }
  const [answered] = await city.person("王芳").says("上周三");
  expect(answered?.kind).toBe("report.card");
  for (const piece of ["9月9日", "12户"]) expect(answered?.text).toContain(piece);
});

test("补充 before a companion's name adds him to what was filed", async () => {
  for (const [words, name] of [
    ["补充:还有韦国良", "韦国良"],
    ["补充一下,还有陈建国", "陈建国"],
  ]) {
    const [changed] = await city.person("李明").says(words ?? "");
    expect([words, changed?.kind]).toEqual([words, "report.amended"]);
    expect(changed?.text).toContain(name);
  }
});

test.for([
  ["一季度比二季度", "统计 一季度", "统计 二季度"],
  ["羊昌镇一季度和二季度走访对比", "统计 羊昌镇 一季度 走访群众", "统计 羊昌镇 二季度 走访群众"],
  ["统计 今年三季度比去年三季度", "统计 今年三季度", "统计 去年三季度"],
])(
  "%s: each of the two is one tap away, and nothing is exported",
  async ([line = "", one = "", two = ""]) => {
    const [answer] = await city.person("刘敏").says(line);
    expect(answer?.choices.map(({ label }) => label)).toEqual([one, two]);
    const [figure] = await city.person("刘敏").taps(two);
    expect(figure?.kind).toBe("figures.tally");
  },
);

test("this year against the last is one figure, with the year before beside it", async () => {
  const [figure] = await city.person("刘敏").says("今年比去年多走访了多少户");
  expect(figure?.text).toContain("上年同期");
});

test("whoever tells that one month had more visits than another is not asked to divide it", async () => {
  const [answer] = await city.person("王芳").says("9月比8月多走访了5户");
  expect(answer?.text).not.toContain("两段时间");
});

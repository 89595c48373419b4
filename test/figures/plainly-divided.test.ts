import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// What staff ask in few words is answered, and is nobody's record.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访黄连村7户"],
    ["李明", "10月20日在羊昌镇代表联络站接待选民6人"],
    ["张伟", "2月3日走访新堡村12户"],
  ]);
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> => {
  const [answer, ...more] = await city.person(name).says(words);
  expect(more).toEqual([]);
  return answer?.text ?? "";
};

test.for([
  ["10月25号到11月3号走访了几户", "1次(1条记录，1位代表)\n7户"],
  ["各小组今年走访", "按小组\n羊昌镇代表小组 1次(7户)\n东风镇代表小组 1次(12户)"],
  ["按月看走访", "按月\n2026年2月 1次(12户)\n2026年11月 1次(7户)"],
  ["联络站今年接待几人", "按联络站\n羊昌镇代表联络站 1次(6人)"],
] as const)("%s: a figure", async ([words, answer]) => {
  expect(await told("孙丽", words)).toContain(answer);
});

test.for(["一季度和四季度各走访多少户", "一季度跟四季度分别走访多少户"])(
  "%s: no sum of both, but each to be tapped",
  async (words) => {
    const [answer] = await city.person("孙丽").says(words);
    expect(answer?.text).toContain("两段时间要分开看");
    expect(answer?.choices.map(({ label }) => label)).toEqual([
      "统计 一季度 走访群众",
      "统计 四季度 走访群众",
    ]);
  },
);

test.for(["昨天走访黄连村几户人家", "11月20号到23号走访黄连村8户"])("%s stays a deed", async (words) => {
  const [answer] = await city.person("孙丽").says(words);
  expect(answer?.kind).not.toMatch(/^figures/u);
  await city.person("孙丽").says("不记了");
});

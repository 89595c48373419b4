import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A record is of one deputy: what staff tell of several is put down to none of them.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-09T15:00:00+08:00");
});
afterAll(() => city.close());

test.for(["李明、王芳、陈建国昨天走访,分别走了3户、4户"])(
  "%s of a clerk is asked for one by one",
  async (words) => {
    const liu = city.person("刘敏");
    const [answer, ...more] = await liu.says(words);
    expect([answer?.kind, more]).toEqual(["report.one-by-one", []]);
    expect(answer?.text).toContain("一位一位地说");
  },
);

test.for([
  ["李明昨天走访黄连村5户,王芳同行", "替李明代表记"],
  ["代报 李明 昨天走访3户", "替李明代表记"],
] as const)("%s is of one", async ([words, shown]) => {
  const liu = city.person("刘敏");
  expect((await liu.says(words))[0]?.text).toContain(shown);
  await liu.says("不记了");
});

test("a deputy's own words with colleagues in them stay his own", async () => {
  const [card] = await city.person("李明").says("昨天走访黄连村5户,王芳、陈建国一起去的");
  expect(card?.text).toContain("同行：王芳、陈建国");
});

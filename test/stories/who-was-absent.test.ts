import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 杨秀英 was absent once, on 18 July, and nobody else ever was.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

const told = async (words: string): Promise<string> =>
  (await city.person("孙丽").says(words)).map(({ text }) => text).join("\n");

test.for([
  "2026年没有缺席的有哪些",
  "今年谁没缺席过",
  "今年没有缺席的代表名单",
  "今年从来没有缺席的有谁",
  "今年零缺席的有哪些",
  "今年哪些代表没缺过席",
  "谁今年一次没缺",
])("%s: by name who was called and never absent, and who was absent is not told as such", async (words) => {
  const answer = await told(words);
  expect(answer).toContain("没有缺席过的代表：4位(应到过的共5位)\n李明、王芳、陈建国、罗文军\n");
  expect(answer).not.toContain("杨秀英");
});

test.for(["今年全勤的有哪些", "今年谁次次都到", "每次都来的有哪些代表"])(
  "%s: who had leave came not every time",
  async (words) => {
    const answer = await told(words);
    expect(answer).toContain("次次都到的代表：4位(应到过的共5位)");
    expect(answer).not.toContain("杨秀英");
  },
);

test("the list is of the township that is asked about, and a tap opens the deputy", async () => {
  expect(await told("东风镇今年没有缺席的有谁")).toContain("还没有定稿的活动，看不出谁没有缺席过");
  expect(await told("羊昌镇今年没有缺席的有谁")).toContain("羊昌镇 2026年 没有缺席过的代表：4位");
  expect((await city.person("孙丽").taps("陈建国"))[0]?.kind).toBe("figures.profile");
});

test("no table is made of it", async () => {
  const answer = await told("导出今年没有缺席的代表名单");
  expect(answer).toContain("现在还查不了，没有统计");
  expect(answer).not.toContain("杨秀英");
});

test("nobody else is told who was always there", async () => {
  const answer = (await city.person("李明").says("今年没有缺席的有谁")).map(({ text }) => text).join("\n");
  expect(answer).not.toMatch(/王芳|陈建国/u);
});

test.for(["今年有没有缺席的", "今年谁缺席了", "今年缺席的有哪些", "今年没来的有哪些人"])(
  "%s lists who was absent",
  async (words) => expect(await told(words)).toContain("杨秀英"),
);

test.for(["谁缺席了两次", "今年缺席过2次的有哪些", "两次缺席的有谁", "谁缺席三次了"])(
  "%s: who was absent once is not told",
  async (words) => {
    const answer = await told(words);
    expect(answer).toContain("次及以上的：一位也没有");
    expect(answer).not.toContain("杨秀英");
  },
);

test("谁缺席了一次 lists who was absent as often or more, and says so", async () => {
  const answer = await told("谁缺席了一次");
  expect(answer).toContain("缺席1次及以上的");
  expect(answer).toContain("杨秀英");
});

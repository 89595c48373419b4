import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-20T10:00:00+08:00");
  for (const words of [CONGRESS, "对"]) await city.person("孙丽").says(words);
  city.now = new Date("2026-12-16T12:00:00+08:00");
  for (const number of ["活-2026-006", "活-2026-007"])
    for (const words of [`到会 ${number} 除李明外全到`, "对", `定稿 ${number}`, "对"])
      await city.person("孙丽").says(words);
});
const CONGRESS =
  "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议";
afterAll(() => city.close());

const says = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");

const ALL = "下面是全部会议和活动加在一起的";

describe("who asks for the attendance at one kind of meeting hears that alone", () => {
  test.each([
    [
      "孙丽",
      "人代会的出席率是多少",
      /乌当区 2026年 人代会 缺席2人次\n应到20人次：到会18、请假0、缺席2\n出勤率90%/u,
    ],
    ["孙丽", "今年代表大会谁缺席了", /人代会 缺席2人次[^]*李明[^]*李明/u],
    ["孙丽", "全体会议的出席率", /2026年 全体会议 缺席1人次\n应到10人次：到会9/u],
    ["孙丽", "小组活动的出勤率", /2026年 代表小组活动 缺席1人次\n应到5人次：到会4/u],
    ["孙丽", "今年培训的缺席情况", /2026年 学习培训：没有缺席/u],
    ["杨秀英", "人代会我缺了几回", /您2026年人代会应到2次：到会2、请假0、缺席0/u],
    ["杨秀英", "小组活动我缺席几次", /您2026年代表小组活动应到1次：到会0、请假0、缺席1/u],
    ["李明", "人代会我缺席几次", /您2026年人代会应到2次：到会0、请假0、缺席2/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    const text = await says(name, words);
    expect(text).toMatch(answer);
    expect(text).not.toContain(ALL);
  });

  test("and 为什么 behind it explains that alone", async () => {
    await says("孙丽", "小组活动的出勤率");
    expect(await says("孙丽", "为什么")).not.toContain("李明");
    await says("李明", "人代会我缺席几次");
    expect(await says("李明", "为什么")).not.toContain("活-2026-001 ");
  });

  test.each([
    ["孙丽", "座谈会的出勤率", "座谈会"],
    ["孙丽", "培训和视察的出勤率", "视察"],
  ])(
    "%s: %s is of none that a register tells apart, or of several: it says so",
    async (name, words, what) => {
      const text = await says(name, words);
      expect(text).toContain(ALL);
      expect(text).toContain(what);
    },
  );
});

describe("who names no kind hears the figure alone", () => {
  test.each([
    ["孙丽", "今年的出席率是多少"],
    ["孙丽", "缺席 今年"],
    ["杨秀英", "我今年缺了几回"],
    ["杨秀英", "我的出勤"],
    ["杨秀英", "开会我缺席几次"],
  ])("%s: %s", async (name, words) => {
    expect(await says(name, words)).not.toContain(ALL);
  });
});

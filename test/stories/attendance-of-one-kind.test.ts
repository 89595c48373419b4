import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

const says = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");

const ALL = "下面是全部会议和活动加在一起的";

describe("who asks for the attendance at one kind of meeting hears that the figure is of all", () => {
  test.each([
    ["孙丽", "人代会的出席率是多少", "人代会"],
    ["孙丽", "今年代表大会谁缺席了", "代表大会"],
    ["孙丽", "小组活动的出勤率", "小组活动"],
    ["杨秀英", "人代会我缺了几回", "人代会"],
    ["杨秀英", "人代会我缺席几次", "人代会"],
    ["杨秀英", "我今年培训的出勤率", "培训"],
  ])("%s: %s", async (name, words, what) => {
    const answer = await says(name, words);
    expect(answer).toContain(`没有按“${what}”筛选：${ALL}`);
    expect(answer).toMatch(/缺席|应到/u);
  });
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

import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// On 9 October the congress sits in the morning and in the afternoon, and 东风镇's group meets that morning as well.
let city: City;
const office = (said: string) => answerTo(city.person("孙丽"), said);
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-10-01T10:00:00+08:00");
  await office(
    "发布会议 乌当区第八次会议 地点区会议中心;10月9日上午9点 全体会议;10月9日下午2点半 全体会议;10月10日上午9点 代表团会议",
  );
  await office("对");
  await city.person("赵勇").says("发布活动 10月9日上午9点半 东风镇代表小组 小组活动");
  await city.person("赵勇").says("对");
  city.now = new Date("2026-10-09T18:00:00+08:00");
});
afterAll(() => city.close());

test.each([
  ["下午的全体会议除了杨秀英都来了", "14:30 全体会议"],
  ["今天下午的会除了杨秀英都来了", "14:30 全体会议"],
  ["今天上午的全体会议除杨秀英、蒙小兰外全到", "09:00 全体会议"],
  ["10月9号上午全体会议,杨秀英没来,其他都到了", "09:00 全体会议"],
  ["9号下午的大会除了吴红梅都到了", "14:30 全体会议"],
  ["今天的小组活动除了吴红梅都到了", "09:30 东风镇代表小组活动"],
])("%s is of the one sitting of that half of the day", async (said, shown) => {
  const card = await office(said);
  for (const piece of ["这样登记，对吗？", shown]) expect(card).toContain(piece);
  await office("不用了");
});

test("what names neither half nor kind asks which of the sittings, and not for the whole session", async () => {
  const asked = await office("今天的全体会议除了杨秀英都来了");
  expect(asked).toContain("登记哪一场");
  expect(asked).not.toContain("乌当区第八次会议");
  expect(asked).not.toContain("东风镇");
});

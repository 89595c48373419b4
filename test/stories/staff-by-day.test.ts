import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 羊昌镇's group is called for 9 and for 15 October; nobody has answered.
let city: City;
const clerk = (said: string) => answerTo(city.person("刘敏"), said);
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-09-30T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled'`);
  for (const day of ["10月9日上午9点半", "10月15日上午9点"]) {
    await clerk(`发布活动 ${day} 羊昌镇代表小组 小组活动`);
    await clerk("对");
  }
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

test.each(["15号的会催一下没回的", "再催一次15号的", "催一下15号的活动", "帮我催催10月15号没回的"])(
  "%s asks again who has not answered of that day, after a yes",
  async (said) => {
    const [card] = await city.person("刘敏").says(said);
    expect(card?.kind).toBe("sure.nudge-answer");
    expect(card?.text).toContain("10月15日");
    await clerk("不用了");
  },
);

test("of several it is asked which, and a tap goes on; of a day on which nothing is it is said", async () => {
  const [asked] = await city.person("刘敏").says("把没答复的再催一遍");
  expect(asked?.text).toContain("催哪一场");
  const [card] = await city.person("刘敏").taps(asked?.choices[0]?.label ?? "");
  expect(card?.kind).toBe("sure.nudge-answer");
  await clerk("不用了");
  expect(await clerk("再催一次16号的")).toContain("那天没有您管的活动");
});

test.each([
  ["9号改到8号", "10月8日"],
  ["9号那个活动弄错了,是8号", "10月8日"],
  ["把15号改成16号", "10月16日"],
])("%s moves what is on that day, after a yes", async (said, day) => {
  const [card] = await city.person("刘敏").says(said);
  expect(card?.kind).toBe("sure.change");
  expect(card?.text).toContain(day);
  await clerk("不用了");
});

test("an activity that stops is called off, after a yes", async () => {
  const [card] = await city.person("刘敏").says("15号的活动停了,改天再说");
  expect(card?.kind).toBe("sure.cancel");
  expect(card?.text).toContain("10月15日");
  await clerk("不用了");
});

test("that there is to be one is not what it is about", async () => {
  await clerk("下个月组织一次代表小组活动");
  await clerk("20号上午");
  const card = await clerk("9点半");
  expect(card).toContain("10月20日(周二) 09:30");
  expect(card).not.toContain("内容");
  await clerk("不用了");
});

describe("what a deputy promised by telephone is no record, and no answer", () => {
  test.each(["罗文军电话里答应来参加15号的会", "王芳微信上说15号参加"])("%s", async (said) => {
    const heard = await clerk(said);
    expect(heard).toContain("来不来由本人对我说");
    expect(heard).toContain("10月15日");
  });
});

test("15号请假的有没有 asks of the day to come", async () => {
  expect(await clerk("15号请假的有没有")).toContain("10月15日");
});

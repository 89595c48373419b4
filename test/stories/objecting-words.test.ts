import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
const { yang, heard, struck } = absentTwice(() => city);
beforeAll(async () => {
  city = await openCity();
  await struck();
  await city.person("李明").says("今天天气不错");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from dialogs`);
});

describe("a deputy who was told of absences", () => {
  test.each(["异议 9月3日那次我电话请过假", "异议 8月20日我在会场", "异议 活-2026-003 我请过假"])(
    "%s: a day or a number of no absence of hers is asked about",
    async (words) => {
      const answer = await answerTo(yang(), words);
      expect(answer).toContain("没有对您的缺席提醒，还没有记下");
      for (const number of [JULY, YESTERDAY]) expect(answer).toContain(number);
      expect(heard("孙丽", "attendance.objection")).toHaveLength(0);
    },
  );

  test.each([
    "我那天在村里防汛,向刘敏电话请过假的",
    "我有意见,那天我生病了,跟组长说过",
    "那次没人通知我,我不知道有活动",
    "凭什么算我缺席,我跟主席打过招呼的",
    "上次我住院了,和组长讲过",
  ])("%s: she is asked whether it is an objection, and one tap makes it one", async (words) => {
    const [asked] = await yang().says(words);
    expect(asked?.text).toContain("这是对缺席提醒的异议吗");
    expect(asked?.choices.map((one) => one.label).filter((one) => one.includes("活-2026-"))).toHaveLength(2);
    expect(heard("孙丽", "attendance.objection")).toHaveLength(0);
  });

  test("the tap files it for that absence and no other", async () => {
    const [asked] = await yang().says("我有意见,那天我生病了,跟组长说过");
    const label = asked?.choices.find((one) => one.label.includes(JULY))?.label ?? "";
    const [received] = await yang().taps(label);
    expect(received?.text).toContain(`异议已收到：${JULY}`);
  });

  test("为什么 under the warning tells what each activity was counted as", async () => {
    const answer = await answerTo(yang(), "为什么");
    expect(answer).toContain(YESTERDAY);
    expect(answer).toContain("缺席");
  });

  test("what she did is a report all the same", async () => {
    const [card] = await yang().says("那天我在黄连村走访12户");
    expect(card?.text).not.toContain("异议");
  });
});

test("who was told of nothing objects to nothing", async () => {
  expect(await answerTo(city.person("李明"), "我那天在村里防汛,向刘敏电话请过假的")).not.toContain("异议吗");
});

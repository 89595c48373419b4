import { afterAll, beforeAll, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
const { yang, struck } = absentTwice(() => city);
beforeAll(async () => {
  city = await openCity();
  await struck();
  await city.person("李明").says("今天天气不错");
  city.now = new Date("2027-01-05T10:00:00+08:00");
});
afterAll(() => city.close());

test.each(["我的出勤 2026年", "我的出勤 去年", "去年的出勤", "我去年的出勤情况"])(
  "%s answers for that year, and 为什么 after it too",
  async (words) => {
    const answer = await answerTo(yang(), words);
    expect(answer).toContain("2026年");
    for (const number of [JULY, YESTERDAY]) expect(answer).toContain(number);
    // The time for an objection to either is over.
    expect(answer).not.toContain("当天我在会场");
    expect(await answerTo(yang(), "为什么")).toContain(YESTERDAY);
  },
);

test("a month answers for that month", async () => {
  const answer = await answerTo(yang(), "我的出勤 2026年9月");
  expect(answer).toContain("2026年9月");
  expect(answer).toContain(YESTERDAY);
  expect(answer).not.toContain(JULY);
});

test("in January the absences that still count are shown beside the new year", async () => {
  const answer = await answerTo(yang(), "我的出勤");
  expect(answer).toContain("2027年还没有定稿的活动");
  expect(answer).toContain("还在计算期内的缺席2次");
  for (const number of [JULY, YESTERDAY]) expect(answer).toContain(number);
});

test("after twelve months they are not", async () => {
  city.now = new Date("2027-08-05T10:00:00+08:00");
  const answer = await answerTo(yang(), "我的出勤");
  expect(answer).toContain(YESTERDAY);
  expect(answer).not.toContain(JULY);
});

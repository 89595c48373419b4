import { afterEach, beforeEach, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 杨秀英 was told of two absences, one on 18 July.
let city: City;
const { yang, struck, heard } = absentTwice(() => city);
beforeEach(async () => {
  warmReader();
  city = await openCity();
  await struck();
});
afterEach(() => city.close());

test("what she says against one of them is of that one alone, and the question about her other words stays", async () => {
  const which = await answerTo(yang(), "我有病历的,在贵医住院三天,咋个算缺席");
  for (const number of [JULY, YESTERDAY]) expect(which).toContain(number);
  const card = await answerTo(yang(), "我对7月18号那次也有意见,当时我在的,签到表上有我名字");
  expect(card).toContain(JULY);
  expect(card).toContain("签到表上有我名字");
  expect(card).not.toContain("住院");
  await yang().taps("对，提异议");
  const [objection] = heard("孙丽", "attendance.objection");
  expect(objection).toContain(JULY);
  expect(objection).not.toContain("住院");
  expect(await answerTo(yang(), "看卡片")).toContain("住院三天");
});

test("what only says which one it is goes with the words before it", async () => {
  await answerTo(yang(), "我有病历的,在贵医住院三天,咋个算缺席");
  const card = await answerTo(yang(), "7月18号那次");
  expect(card).toContain(JULY);
});

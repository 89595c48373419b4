import { afterAll, beforeAll, expect, test } from "vitest";
import { absentTwice } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
const { struck } = absentTwice(() => city);
beforeAll(async () => {
  city = await openCity();
  await struck();
});
afterAll(() => city.close());

test("what only the office looks into stands on its desk, and not on that of a director who may not", async () => {
  expect(await answerTo(city.person("孙丽"), "待办")).toContain("缺席线索");
  for (const words of ["待办", "待办 缺席"]) {
    const answer = await answerTo(city.person("何志远"), words);
    expect(answer).not.toContain("已核查");
    expect(answer).not.toContain("杨秀英");
  }
});

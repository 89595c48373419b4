import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "2026年11月10日走访黄连村4户,群众反映垃圾没人清运"],
    ["李明", "2025年10月10日走访黄连村6户"],
  ]);
});
afterAll(() => city.close());

const tell = (words: string, name = "刘敏") => answerTo(city.person(name), words);

test.for([
  ["代表 李明 去年", "2025年履职1次：走访群众1次(6户)"],
  ["代表 李明 2025年", "2025年履职1次：走访群众1次(6户)"],
  ["代表 李明 今年", "2026年履职1次：走访群众1次(4户)"],
  ["代表 李明 四季度", "2026年四季度履职1次：走访群众1次(4户)"],
  ["代表 李明", "2026年履职1次：走访群众1次(4户)"],
] as const)("%s: duty, opinions and attendance of that stretch", async ([words, duty]) => {
  const answer = await tell(words);
  expect(answer).toContain(duty);
  expect(answer).toContain("群众意见");
  expect(answer).toMatch(/应到|没有定稿的活动/u);
  expect(await tell("为什么")).toContain("由1条记录得出");
});

test("opinions are of that stretch as well, and one kind is a figure", async () => {
  expect(await tell("代表 李明 去年")).toContain("群众意见0条");
  expect(await tell("代表 李明 今年")).toContain("群众意见1条");
  expect(await tell("代表 李明 去年 走访")).toMatch(/^李明 2025年 走访群众/u);
  expect(await tell("代表 李明 去年", "王芳")).not.toContain("6户");
});

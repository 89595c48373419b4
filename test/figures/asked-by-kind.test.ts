import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Who has no record of one kind, and who is best: what a clerk asks in plain words.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
  await city.person("李明").says("11月2日走访黄连村7户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

test.for([
  ["今年谁还没提建议", "2026年 提出建议还没有记录"],
  ["哪些代表今年没提过建议", "2026年 提出建议还没有记录"],
  ["谁今年还没提建议", "2026年 提出建议还没有记录"],
  ["今年没提建议的代表", "2026年 提出建议还没有记录"],
  ["今年没有提交建议的有哪些代表", "2026年 提出建议还没有记录"],
  ["谁没交建议", "2026年 提出建议还没有记录"],
  ["今年谁没写建议", "2026年 提出建议还没有记录"],
  ["谁没有提过意见建议", "2026年 提出建议还没有记录"],
  ["今年还有谁没提过议案", "2026年 领衔议案还没有记录"],
  ["今年谁没值过班", "2026年 联络站值班还没有记录"],
  ["今年谁没搞过调研", "2026年 专题调研还没有记录"],
  ["本月谁没走访过群众", "2026年11月 走访群众还没有记录"],
  ["今年没接待过选民的代表有哪些", "2026年 接待选民还没有记录"],
] as const)("%s is about that kind alone", async ([words, head]) => {
  const [answer, ...more] = await city.person("刘敏").says(words);
  expect(more).toEqual([]);
  expect(answer?.text).toContain(head);
});

test.for([
  "谁最活跃",
  "哪个代表最活跃",
  "哪个代表最不积极",
  "走访前三名",
  "走访前三名是谁",
  "谁最不认真",
  "谁表现好",
  "哪些代表不积极",
  "谁最懒",
])("%s names nobody", async (words) => {
  const [answer, ...more] = await city.person("刘敏").says(words);
  expect(more).toEqual([]);
  expect(answer?.text).toContain("这里不排名");
});

test("townships beside each other are no ranking of persons", async () => {
  const [answer] = await city.person("孙丽").says("哪个镇走访最多");
  expect(answer?.text).toContain("按镇街\n东风镇 0次\n羊昌镇 1次(7户)");
});

test.for([
  ["今年谁没参加培训", "figures.absences"],
  ["谁最近没来开会", "figures.absences"],
  ["谁没签到", ""],
] as const)("%s is no question about one kind", async ([words]) => {
  const answers = await city.person("刘敏").says(words);
  expect(answers.map(({ text }) => text).join()).not.toMatch(/还没有记录的代表|这里不排名/u);
  await city.person("刘敏").says("都不要了");
});

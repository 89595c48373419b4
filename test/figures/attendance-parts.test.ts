import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { absentAgain } from "#test/support/absent-again.ts";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Attendance is told of each township, group or station; the lines add up to all of it.
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await absentAgain(city, "杨秀英", 2);
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");
const expected = (text: string): number[] => [...text.matchAll(/应到(\d+)/gu)].map(([, n]) => Number(n));

test.for([
  "各镇出勤情况",
  "各镇出勤率",
  "各镇今年的出勤率",
  "今年各镇缺席情况",
  "各镇到会率怎么样",
  "各乡镇的出勤情况",
  "哪个镇出勤率最高",
])("%s: a line for each township, and its absences are a tap away", async (words) => {
  const text = await told("孙丽", words);
  expect(text).toContain("按镇街");
  expect(text).toMatch(/\n羊昌镇 应到\d+人次：到会\d+、请假\d+、缺席\d+，出勤率/u);
  expect(text).toContain("\n东风镇 还没有定稿的活动");
  expect(text).not.toContain("杨秀英");
  const [all = 0, rateOf = 0, ...parts] = expected(text);
  expect([rateOf <= all, parts.reduce((sum, n) => sum + n, 0)]).toEqual([true, all]);
  expect((await city.person("孙丽").taps("羊昌镇"))[0]?.text).toContain("杨秀英");
});

test("of groups as well, and the figures are those of the whole", async () => {
  const whole = await told("刘敏", "今年出勤率");
  const text = await told("刘敏", "今年各小组出勤率");
  expect(text).toContain("按小组\n羊昌镇代表小组 应到");
  expect(expected(text)[0]).toBe(expected(whole)[0]);
});

test("who is in no group has a line too, and leads on to nobody", async () => {
  await city.database.db.execute(
    sql`update mandates set group_id = null where person_id = (select id from people where name = '杨秀英')`,
  );
  const text = await told("刘敏", "今年各小组出勤率");
  expect(text).toMatch(/\n没有小组的 应到[1-9]/u);
  const [all = 0, , ...parts] = expected(text);
  expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all);
});

test("of one kind of meeting only where that is asked for", async () => {
  expect(await told("孙丽", "各镇小组活动出勤率")).toContain("代表小组活动");
});

test("of each deputy there are no lines: nobody is held against another", async () => {
  expect(await told("孙丽", "各代表出勤率")).not.toContain("李明");
  for (const words of ["谁的出勤率最高", "出勤率最低的代表是谁", "哪位代表出勤率最低"])
    expect(await told("孙丽", words)).toContain("不排名");
});

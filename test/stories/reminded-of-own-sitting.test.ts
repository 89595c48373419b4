import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

// The congress meets on 15 and 16 December. 王芳 has leave from the whole of the 15th, 李明 from all its sittings.
let city: City;
const [MORNING, AFTERNOON, SECOND] = ["活-2026-006", "活-2026-007", "活-2026-008"];
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city
    .person("孙丽")
    .says(
      "发布会议 乌当区第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 全体会议",
    );
  await city.person("孙丽").says("对");
  for (const number of [MORNING, AFTERNOON]) await city.person("王芳").says(`请假 ${number} 住院`);
  for (const number of [MORNING, AFTERNOON, SECOND]) await city.person("李明").says(`请假 ${number} 住院`);
  city.now = at("2026-12-14 09:01");
  await runAt(city.database.db, "activity-reminders", city.now);
  await eventually(() => expect(reminded("陈建国")).toHaveLength(1));
});
afterAll(() => city.close());

const reminded = (name: string): readonly string[] =>
  heardOf(city.person(name), "deadline.reminder").map((one) => one.text);

test("who has leave from how a session begins is reminded of the first sitting to come to, and of no other", async () => {
  expect(reminded("陈建国")[0]).toContain("明天09:00");
  await eventually(() => expect(reminded("王芳")).toHaveLength(1));
  expect(reminded("王芳")[0]).toContain("全体会议");
  expect(reminded("王芳")[0]).toContain("12月16日");
  expect(reminded("王芳")[0]).not.toContain("明天");
});

test("who has leave from all of them is reminded of none", () => {
  expect(reminded("李明")).toEqual([]);
});

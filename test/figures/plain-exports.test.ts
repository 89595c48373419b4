import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { absentAgain } from "#test/support/absent-again.ts";
import { tableOf } from "#test/support/table-of.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // 杨秀英 is absent four times in all, 罗文军 once.
  await absentAgain(city, "杨秀英", 3);
  await absentAgain(city, "罗文军", 1);
  for (const said of ["群众反映平寨村路灯不亮", "群众反映平寨村垃圾没人清运"]) {
    await city.person("王芳").says(said);
    await city.person("王芳").says("对");
  }
  await city.database.db.execute(
    sql`update opinions set state = 'closed', category = 'environment' where text like '%垃圾%'`,
  );
  await city.database.db.execute(sql`
    update opinions set urgent = true, category = 'transport' where text like '%路灯%'`);
});
afterAll(() => city.close());

describe("a table asked for in plain words is of the list that they name", () => {
  test.each([
    ["把缺席的导出来", "缺席名单，共5人次"],
    ["把今年的缺席名单导出来", "缺席名单，共5人次"],
    ["导出羊昌镇缺席的人", "羊昌镇 2026年 缺席名单，共5人次"],
    ["未报的导出来", "2026年9月 未报名单"],
    ["把二季度没报的代表导出来", "二季度 未报名单"],
    ["把意见导出来", "群众意见，共2条"],
    ["没办的意见导出来", "没办的 群众意见，共1条"],
    ["把紧急的意见导出来", "紧急的 群众意见，共1条"],
    ["把交通类的意见导出来", "交通类的 群众意见，共1条"],
    ["我要一份缺席的表格", "缺席名单，共5人次"],
    ["给我一张缺席表", "缺席名单，共5人次"],
    ["给我一张羊昌镇的意见表", "群众意见，共2条"],
  ])("%s", async (said, told) => {
    const { made } = await tableOf(city, "孙丽", said);
    expect(made.text).toContain(told);
  });

  test("待办 has none, and that is said", async () => {
    expect((await city.person("孙丽").says("把待办的导出来"))[0]?.text).toContain("待办没有单独的表格");
  });

  test("a deputy who asks for it gets nobody else's", async () => {
    expect((await city.person("李明").says("把缺席的导出来"))[0]?.kind).toBe("help.refused");
  });
});

describe("absences of those who have several", () => {
  test.each([
    ["缺席2次以上的", 4],
    ["缺席 2次以上", 4],
    ["今年缺席四次及以上的有哪些", 4],
    ["缺席 至少1次的", 5],
  ])("%s: only theirs, and it is said which", async (said, count) => {
    const [shown] = await city.person("孙丽").says(said);
    expect(shown?.text).toContain(`缺席${count}人次`);
    expect(shown?.text).toContain("次及以上的");
    expect(shown?.text.includes("罗文军")).toBe(count === 5);
  });

  test("more than four times is nobody", async () => {
    expect((await city.person("孙丽").says("缺席超过4次的"))[0]?.text).toContain(
      "缺席5次及以上的：一位也没有",
    );
  });

  test("the table under it has the same lines", async () => {
    await city.person("孙丽").says("缺席2次以上的");
    const { lines, made } = await tableOf(city, "孙丽", "导出表格");
    expect(new Set(lines.map((one) => one["代表"]))).toEqual(new Set(["杨秀英"]));
    expect(made.text).toContain("共4人次");
    expect((await tableOf(city, "孙丽", "导出 缺席2次以上的")).lines).toHaveLength(4);
  });

  test("a condition that no list heeds is not passed over", async () => {
    expect((await city.person("孙丽").says("今年缺席不到2次的有哪些"))[0]?.kind).toBe("figures.not-heeded");
  });
});

test("导出 意见 待办: those that nobody has dealt with, as many as in the chat", async () => {
  const [shown] = await city.person("孙丽").says("意见 待办");
  expect(shown?.text).toContain("1条");
  const { lines } = await tableOf(city, "孙丽", "导出 意见 待办");
  expect(lines.map((one) => one["内容"])).toEqual([expect.stringContaining("路灯")]);
  expect((await tableOf(city, "孙丽", "导出 意见 羊昌镇")).lines).toHaveLength(2);
});

test.each([
  ["导出 交通类意见", "路灯"],
  ["导出 意见 交通", "路灯"],
  ["导出 紧急意见 羊昌镇", "路灯"],
  ["导出 环境方面的意见 今年", "垃圾"],
])("%s: only those", async (said, which) => {
  const { lines } = await tableOf(city, "孙丽", said);
  expect(lines.map((one) => one["内容"])).toEqual([expect.stringContaining(which)]);
});

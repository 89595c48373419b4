import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";

// A suspension is the deputy's in that congress and not the seat's: no transfer makes him or her a deputy again.
let city: City;
const [DAY, LATER] = ["12月10日", "12月20日"];
beforeEach(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  for (const day of [DAY, LATER])
    await registers(`发布活动 ${day}上午9点 东风镇代表小组 小组活动 地点镇政府`, "赵勇");
});
afterEach(() => city.close());

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  city.database.db.execute<T>(query);
const registers = async (said: string, who = "孙丽") => {
  await city.person(who).says(said);
  return (await city.person(who).says("对"))[0]?.text ?? "";
};
const heard = (name: string, said: string) => answerTo(city.person(name), said);
const lastOf = (name: string) =>
  city
    .person(name)
    .heard()
    .filter(({ kind }) => kind.startsWith("mandate."))
    .at(-1)?.text;
const rests = async () =>
  (
    await rows<{ line: string }>(sql`
      select concat_ws(' ', g.name, x.from_day, x.to_day) line from suspensions x join mandates m on m.id = x.mandate_id
      join orgs g on g.id = m.group_id order by x.from_day`)
  ).map((row) => row.line);
const called = async (on: string) =>
  (
    await rows<{
      name: string;
    }>(sql`select p.name from attendances t join activities a on a.id = t.activity_id
      join people p on p.id = t.person_id where a.on_day = ${on}::date`)
  ).map((row) => row.name);
const MOVE = "李明从羊昌镇代表小组调到东风镇代表小组,自12月5日";
const SUSPEND = "暂停 李明 代表职务 自11月20日";

describe("of a deputy whose transfer on 5 December is registered already, a suspension without an end", () => {
  beforeEach(async () => {
    await registers(MOVE);
    expect(await called("2026-12-10")).toContain("李明");
    await registers(SUSPEND);
  });
  const BOTH = ["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05"];

  test("rests the new seat, too: called to nothing, asked for nothing, and not suspended a second time", async () => {
    expect(await rests()).toEqual(BOTH);
    expect(await called("2026-12-10")).not.toContain("李明");
    expect(await heard("孙丽", "暂停 李明 代表职务 自12月15日")).toContain("已经登记过暂停");
    city.now = at("2026-12-14 10:00");
    await runAt(city.database.db, "deadline-reminders", city.now);
    expect(await heard("李明", "今天走访黄连村3户")).toContain("没有生效");
    for (const asked of ["未报 12月", "未交 自评"]) expect(await heard("赵勇", asked)).not.toContain("李明");
    await registers("恢复 李明 代表职务 自12月14日");
    for (const asked of ["未报 12月", "未交 自评"]) expect(await heard("赵勇", asked)).toContain("李明");
  });

  test.each([
    ["12月1日", ["羊昌镇代表小组 2026-11-20 2026-11-30"]],
    ["12月5日", ["羊昌镇代表小组 2026-11-20 2026-12-04"]],
    ["12月8日", ["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05 2026-12-07"]],
  ])("ends in every seat when it ends on %s, and begins again where that was a mistake", async (on, left) => {
    expect(await registers(`恢复 李明 代表职务 自${on}`)).toContain("登记好了");
    expect(await rests()).toEqual(left);
    expect(await called("2026-12-10")).toContain("李明");
    await registers("撤销变动 李明");
    expect(await rests()).toEqual(BOTH);
    expect(await called("2026-12-10")).not.toContain("李明");
  });

  test("is undone in both, and the transfer after it", async () => {
    await registers("撤销变动 李明");
    expect(await rests()).toEqual([]);
    expect(await called("2026-12-10")).toContain("李明");
    await registers("撤销变动 李明");
    expect(await called("2026-12-10")).not.toContain("李明");
  });
});

describe("the clerk of the office who suspends a deputy with a transfer registered for later", () => {
  const ALSO = "调动照旧：12月5日(周六)起在东风镇代表小组，也一并暂停";

  test("reads of the new seat, too: on the card, on the receipt, and before it is undone", async () => {
    await registers(MOVE);
    expect(await heard("孙丽", SUSPEND)).toContain(ALSO);
    expect(await heard("孙丽", "对")).toContain(ALSO);
    expect(await heard("孙丽", "撤销变动 李明")).toContain(ALSO);
  });

  test("is not told of it where the suspension ends before, nor of what is no transfer", async () => {
    await registers(MOVE);
    expect(await heard("孙丽", `${SUSPEND}到12月4日`)).not.toContain("一并");
    expect(await heard("孙丽", "暂停 王芳 代表职务 自11月20日")).not.toContain("一并");
  });

  test("tells the deputy, and the clerks of both townships, when it ends in both", async () => {
    await registers(MOVE);
    await registers(SUSPEND);
    for (const name of ["李明", "刘敏", "赵勇"]) expect(lastOf(name)).toContain(ALSO);
    expect(await heard("孙丽", "恢复 李明 代表职务 自12月1日")).toContain("东风镇代表小组，也一并恢复");
    await city.person("孙丽").says("对");
    for (const name of ["李明", "刘敏", "赵勇"]) expect(lastOf(name)).toContain("也一并恢复");
  });
});

test("a suspension that ends after the transfer ends in the new seat, one that ends before does not reach it", async () => {
  await registers(MOVE);
  await registers(`${SUSPEND}到12月15日`);
  expect(await rests()).toEqual([
    "羊昌镇代表小组 2026-11-20 2026-12-15",
    "东风镇代表小组 2026-12-05 2026-12-15",
  ]);
  expect(await called("2026-12-10")).not.toContain("李明");
  expect(await called("2026-12-20")).toContain("李明");
  await registers("撤销变动 李明");
  await registers(`${SUSPEND}到12月1日`);
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20 2026-12-01"]);
});

test("a second suspension in the new seat stands in the way of one that would reach it", async () => {
  await registers(MOVE);
  await registers("暂停 李明 代表职务 自12月15日");
  expect(await heard("孙丽", SUSPEND)).toContain("已经登记过暂停");
});

test("a suspension that was registered before the transfer comes back when the transfer is undone", async () => {
  await registers(SUSPEND);
  await registers(MOVE);
  await registers("撤销变动 李明");
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20"]);
  expect(await heard("李明", "今天走访黄连村3户")).toContain("没有生效");
});

test("word of a session proves its last sitting, though the deputy was suspended on the day of the first", async () => {
  await registers(
    "发布会议 乌当区第六次会议 地点区会议中心;12月15日上午9点 全体会议;12月16日上午9点 全体会议",
  );
  await registers(`${SUSPEND}到12月15日`);
  expect(await called("2026-12-15")).not.toContain("李明");
  const [sitting] = await rows<{ number: string }>(
    sql`select number from activities where on_day = '2026-12-16'`,
  );
  city.now = at("2026-12-16 18:00");
  expect(await heard("李明", "我的出勤")).toContain("应到1次：到会1");
  await registers(`到会 ${sitting?.number} 全到`);
  await registers(`定稿 ${sitting?.number}`);
  expect(await heard("李明", "我的出勤")).toContain("应到2次：到会2");
});

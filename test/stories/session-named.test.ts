import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
const office = (said: string) => answerTo(city.person("孙丽"), said);
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-02-11T10:00:00+08:00");
  await city.person("刘敏").says("12月9日上午9点代表小组活动");
  await city.person("刘敏").says("不用了");
});
afterAll(() => city.close());

const SAID = "区里第七次人代会定在3月3号到5号,3号上午9点开幕,下午2点半分团审议,5号上午9点闭幕,地点区会议中心";
const numbers = async () =>
  (
    await city.database.db.execute<{ number: string }>(
      sql`select number from activities where on_day >= '2026-03-01' order by session_id nulls first, starts_at`,
    )
  ).map((one) => one.number);

test("which session it is, and where, is kept wherever the sentence says it, and the deputies read it", async () => {
  const card = await office(SAID);
  for (const piece of ["乌当区第七次人代会", "地点：区会议中心", "3月3日(周二) 14:30 代表团会议"])
    expect(card).toContain(piece);
  expect(card).not.toContain("没有记这些");
  const told = await toldWhile(city.person("李明"), () => office("对"));
  for (const piece of ["通知：乌当区第七次人代会", "地点：区会议中心"]) expect(told).toContain(piece);
});

test("a sitting that changes is told with its session", async () => {
  const [, , , last = ""] = await numbers();
  const told = await toldWhile(city.person("李明"), async () => {
    await office(`改活动 ${last} 时间3月5日上午10点`);
    await office("对");
  });
  expect(told).toContain("乌当区第七次人代会 全体会议");
});

test("a session that is called off names its sittings, and who was to decide on leave hears that it is settled", async () => {
  const [session = "", , , last = ""] = await numbers();
  await city.person("陈建国").says(`请假 ${session} 住院`);
  const card = await office(`取消活动 ${session} 改期召开`);
  for (const piece of ["各次会都不开了", "3月3日(周二) 14:30 代表团会议", "3月5日(周四) 10:00 全体会议"])
    expect(card).toContain(piece);
  let director = "";
  const told = await toldWhile(city.person("李明"), async () => {
    director = await toldWhile(city.person("何志远"), () => office("对"));
  });
  expect(told).toContain("取消通知");
  expect(told).toContain("3月5日(周四) 10:00 全体会议");
  for (const piece of ["不用再批假：陈建国", "这场取消了", "乌当区第七次人代会"])
    expect(director).toContain(piece);
  expect(await office(`恢复${session},还是照原来开`)).toContain("已经取消了");
  expect(await office(`取消活动 ${last}`)).toContain("已经取消了这场活动");
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-24T10:00:00+08:00");
});
afterAll(() => city.close());

const numberOf = async (kind: string): Promise<string> => {
  const [row] = await city.database.db.execute<{ number: string }>(sql`
    select number from activities where kind = ${kind} order by starts_at limit 1`);
  return row?.number ?? "";
};
const own = async (): Promise<string> => (await city.person("李明").says("我的出勤"))[0]?.text ?? "";

test("a session is called off after its first sitting was final: nobody was absent from what did not take place", async () => {
  const office = city.person("孙丽");
  await office.says(
    "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n12月16日上午9点 全体会议",
  );
  await office.says("对");
  city.now = at("2026-12-15 12:00");
  const sitting = await numberOf("plenary_sitting");
  for (const line of [`到会 ${sitting} 除李明外全到`, "对", `定稿 ${sitting}`, "对"]) await office.says(line);
  expect(await own()).toContain(sitting);
  for (const line of [`取消活动 ${await numberOf("congress_session")} 改期召开`, "对"])
    await office.says(line);
  const after = await own();
  expect(after).not.toContain(sitting);
  expect(after).not.toContain("缺席1次");
});

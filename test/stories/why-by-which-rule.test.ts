import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
afterEach(() => city.close());

async function whyAfterMissing(kind: string): Promise<string> {
  city = await openCity();
  await city.database.db.execute(sql`update activities set kind = ${kind} where number = '活-2026-002'`);
  const clerk = city.person("刘敏");
  await clerk.says("到会 活-2026-002 李明缺席,其余全到");
  await clerk.says("对");
  await clerk.says("定稿 活-2026-002");
  await clerk.says("对");
  await city.person("李明").says("我的出勤");
  return (await city.person("李明").says("为什么"))[0]?.text ?? "";
}

test.for([
  ["group_activity", "乌当区人大代表辞职制度"],
  ["congress_session", "代表法"],
] as const)("为什么 quotes the rule that the missed %s counts under", async ([kind, rule]) => {
  const why = await whyAfterMissing(kind);
  expect(why).toContain("缺席，没有批准的请假");
  expect(why).toContain(rule);
});

test("an absence that no rule counts quotes none", async () => {
  const why = await whyAfterMissing("inspection");
  expect(why).toContain("缺席，没有批准的请假");
  expect(why).not.toContain("规定：");
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, plannedRow, type PlanHouse } from "#test/support/plan-house.ts";

// What staff write about a meeting goes to many, and stays in clear for years.
let house: PlanHouse;
beforeAll(async () => {
  house = await openPlanHouse("2027-03-01 10:00");
});
afterAll(() => house.city.close());

const PHONE = /138|一三八|5201121980/u;
const inClear = async (): Promise<string> => {
  const [row] = await house.city.database.db.execute<{ all: string }>(sql`
    select coalesce((select string_agg(concat_ws(' ', title, place, content), ' ') from activities), '')
      || coalesce((select string_agg(concat_ws(' ', title, place, content), ' ') from undated_plans), '') "all"`);
  return row?.all ?? "";
};

test("a telephone in what an activity is about goes to nobody; the room where it is does", async () => {
  const { clerk, city } = house;
  const [card] = await clerk().says(
    "发布活动 3月18日上午9点 羊昌镇代表小组 小组活动 地点镇政府3号楼301室 内容视察水厂,找张建国138 1234 5678",
  );
  expect(card?.text).toContain("〔电话〕");
  expect(card?.text).toContain("301室");
  await clerk().says("对");
  await clerk().says("改活动 活-2027-001 内容视察水厂,电话一三八,一二三四,五六七八");
  await clerk().says("对");
  await clerk().says("取消活动 活-2027-001 水厂检修,问13812345678");
  const [off] = await clerk().says("对");
  const told = city
    .person("李明")
    .heard()
    .map((one) => one.text);
  expect(told.join("\n")).toContain("检修");
  expect([...told, off?.text].join("\n")).not.toMatch(PHONE);
  expect(await inClear()).not.toMatch(PHONE);
});

test("nor does one in a yearly plan that comes as a file, dated or not", async () => {
  const rows = [
    plannedRow(1, "2027-05-12", { content: "视察水厂,联系13812345678", place: "村委会(电话138-1234-5678)" }),
    plannedRow(2, "6月中旬", { content: "调研,身份证520112198001011234" }),
  ];
  await house.clerk().sends("计划.xlsx", await planFile(rows));
  await house.clerk().says("对");
  const all = await inClear();
  expect(all).toContain("视察水厂,联系〔电话〕");
  expect(all).toContain("调研,身份证〔身份证号〕");
  expect(all).not.toMatch(PHONE);
});

test("nor one in a congress session, or in the reason for which a mandate rests", async () => {
  const office = house.city.person("孙丽");
  await office.says("发布会议 乌当区第六次会议 地点区会议中心13812345678;4月12日上午9点 全体会议");
  await office.says("对");
  await office.says("暂停 李明 代表职务 3月20日 原因被立案侦查,电话13812345678");
  await office.says("暂停 李明 代表职务 3月20日 原因被立案侦查13812345678");
  await office.says("对");
  expect(await inClear()).not.toMatch(PHONE);
  const kept = await house.city.database.db.execute<{ reason: Buffer }>(
    sql`select reason from mandate_changes where reason is not null`,
  );
  expect(kept.map((one) => createVault(TEST_KEY).open(one.reason))).toEqual(["被立案侦查〔电话〕"]);
});

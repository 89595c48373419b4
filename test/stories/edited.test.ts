import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const records = () =>
  city.database.db.execute<{ number: string; counts: object; place: string | null; narrative: string }>(sql`
    select number, counts, place, narrative from duty_records where state <> 'withdrawn' order by id`);

test("who changes the message sees the card change, and files what it says now, once", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "昨天走访黄连村12户");
  const [card] = await deputy.writes("1", "昨天走访黄连村21户", true);
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain("21户");
  await deputy.says("对");
  const rows = await records();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ counts: { households: 21 }, narrative: "昨天走访黄连村21户" });
});

test("a message changed after filing changes its record after a look, with a trace of each field", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "昨天走访黄连村12户");
  await deputy.says("对");
  await deputy.writes("2", "今天上午在羊昌镇政府接待选民3人");
  await deputy.says("对");
  const [question] = await deputy.writes("1", "昨天走访平寨村21户", true);
  expect(question?.kind).toBe("sure.edit");
  expect(question?.text).toContain("原来：9月15日(周二) 黄连村 走访群众 12户");
  expect(question?.text).toContain("改成：9月15日(周二) 平寨村 走访群众 21户");
  expect((await records())[0]).toMatchObject({ counts: { households: 12 } });
  const [done] = await deputy.says("对");
  expect(done?.kind).toBe("report.amended");
  const rows = await records();
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ counts: { households: 21 }, place: "平寨村" });
  expect(rows[1]).toMatchObject({ counts: { persons: 3 } });
  const trace = await city.database.db.execute<{ field: string; before: string | null }>(sql`
    select field, before from record_changes order by id`);
  expect(trace.map((one) => one.field)).toEqual(["place", "households", "text"]);
  expect(trace[0]?.before).toBe("黄连村");
});

test("a no leaves the record as it is, and so does a change that says the same", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "昨天走访黄连村12户");
  await deputy.says("对");
  await deputy.writes("1", "昨天走访黄连村21户", true);
  expect((await deputy.says("不"))[0]?.text).toContain("记录没有动");
  await deputy.writes("1", "昨天走访黄连村12户", true);
  expect((await records()).map((one) => one.counts)).toEqual([{ households: 12 }]);
});

test("who is named now is asked, who is named no longer is not, and opinions stay as they were filed", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "昨天和王芳走访黄连村12户");
  await deputy.says("对");
  const [question] = await deputy.writes("1", "昨天和陈建国走访黄连村12户,群众反映黄连村路灯不亮", true);
  expect(question?.text).toContain("原来：9月15日(周二) 黄连村 走访群众 12户 同行：王芳");
  expect(question?.text).toContain("改成：9月15日(周二) 黄连村 走访群众 12户 同行：陈建国");
  expect(question?.text).toContain("已经登记的意见不跟着变");
  await deputy.says("对");
  const named = await city.database.db.execute<{ name: string }>(sql`
    select p.name from record_companions c join people p on p.id = c.person_id`);
  expect(named.map((one) => one.name)).toEqual(["陈建国"]);
  const [told] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int n from outbox where key like 'news:companion:%'`);
  expect(told?.n).toBe(2);
});

test("a message that made several records is put right by number", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "9月14日走访黄连村12户,9月15日在羊昌镇政府接待选民3人");
  await deputy.says("对");
  expect(await records()).toHaveLength(2);
  const [answer] = await deputy.writes("1", "9月14日走访黄连村20户,9月15日接待选民3人", true);
  expect(answer?.kind).toBe("report.edit-unclear");
  expect(answer?.text).toContain("改 履-2026-00001");
});

test("a verified record is not changed by its message, and a changed question is heard like a new one", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "昨天走访黄连村12户");
  const [filed] = await deputy.says("对");
  await city.person("刘敏").says(`核实 ${filed?.number ?? ""}`);
  await city.person("刘敏").says("对");
  const [refused] = await deputy.writes("1", "昨天走访黄连村21户", true);
  expect(refused?.kind).toBe("report.refused");
  await deputy.writes("2", "我的出勤");
  expect((await deputy.writes("2", "我的履职", true))[0]?.kind).toBe("figures.own-duty");
});

test("a message that was changed twice is one record, whatever it said first", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "你好");
  await deputy.writes("1", "昨天走访黄连村12户", true);
  await deputy.says("对");
  const [question] = await deputy.writes("1", "昨天走访平寨村21户", true);
  expect(question?.kind).toBe("sure.edit");
  await deputy.says("对");
  expect(await records()).toHaveLength(1);
  expect((await records())[0]).toMatchObject({ place: "平寨村", counts: { households: 21 } });
});

test("a suggestion whose message is changed stays one suggestion, with the words it has now", async () => {
  const deputy = city.person("李明");
  await deputy.writes("1", "提建议:关于解决羊昌镇路灯不亮问题的建议");
  const [card] = await deputy.writes("1", "提建议:关于解决羊昌镇街道路灯不亮问题的建议", true);
  expect(card?.text).toContain("街道路灯");
  await deputy.says("对");
  await deputy.says("对");
  const rows = await city.database.db.execute<{ title: string }>(sql`select title from suggestions`);
  expect(rows.map((row) => row.title)).toEqual([expect.stringContaining("街道路灯")]);
});

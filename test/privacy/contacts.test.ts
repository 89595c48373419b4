import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A resident and a deputy write down how somebody can be reached; staff read it when they need it.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const audited = async (): Promise<string[]> => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select p.name || ' ' || a.action || ' ' || o.number as line
    from audit a join people p on p.id = a.actor_id join opinions o on o.id = a.subject_id
    where a.action like 'contact.%' order by a.id`);
  return rows.map((row) => row.line);
};
const kept = async (): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from opinion_contacts`,
  );
  return row?.n ?? 0;
};

test("what a deputy's report says of a resident's telephone is on no card, in no record and in no opinion", async () => {
  const li = city.person("李明");
  const [card] = await li.says(
    "昨天走访黄连村12户,群众反映二组路灯不亮,联系人张建国,电话一三八〇〇一三八〇〇〇",
  );
  const [receipt] = await li.says("对");
  for (const shown of [card, receipt]) expect(shown?.text).not.toMatch(/张建国|一三八|138/u);
  const [row] = await city.database.db.execute<{ said: string }>(sql`
    select string_agg(narrative, ' ') || (select string_agg(text, ' ') from opinions) as said from duty_records`);
  expect(row?.said).toContain("〔电话〕");
  expect(row?.said).not.toMatch(/张建国|一三八/u);
  expect(await kept()).toBe(1);
});

test("it is kept apart, and no copy of the database shows it", async () => {
  const resident = city.person("居民");
  await resident.says("平寨村三组停水两天了,我叫欧阳明,电话 +86 138-0013-9000");
  await resident.says("对");
  expect(await kept()).toBe(2);
  const [row] = await city.database.db.execute<{ found: boolean }>(
    // Digits enough that no sealed byte spells them by chance.
    sql`select exists (select 1 from opinion_contacts c, unnest(array['%0139000%', '%0013-9000%']) digits
      where c::text like digits or encode(c.contact, 'escape') like digits) found`,
  );
  expect(row?.found).toBe(false);
});

test("staff see it masked first, whole after a yes, and both stand in the audit", async () => {
  const clerk = city.person("刘敏");
  const [masked] = await clerk.says("联系方式 意-2026-1");
  expect(masked?.text).toContain("张某");
  expect(masked?.text).toContain("138****8000");
  expect(masked?.text).not.toMatch(/建国|13800138000/u);
  expect(await audited()).toEqual(["刘敏 contact.look 意-2026-0001"]);
  const [whole] = await clerk.taps("看全部");
  expect(whole?.text).toContain("张建国");
  expect(whole?.text).toContain("13800138000");
  expect(await audited()).toEqual(["刘敏 contact.look 意-2026-0001", "刘敏 contact.read 意-2026-0001"]);
});

test("another township's clerk, a unit and another deputy are told what is told of no opinion at all", async () => {
  for (const name of ["赵勇", "区水务局", "王芳"]) {
    const [there] = await city.person(name).says("联系方式 意-2026-0001");
    const [nowhere] = await city.person(name).says("联系方式 意-2026-9999");
    expect(there?.text).toBe(nowhere?.text);
  }
  expect(await audited()).toHaveLength(2);
});

test("the deputy who brought it may call back", async () => {
  const [own] = await city.person("李明").says("联系方式 意-2026-0001");
  expect(own?.text).toContain("138****8000");
});

test("an opinion without contact data says so to those who may know", async () => {
  const li = city.person("李明");
  await li.says("群众反映石关村公路塌方");
  await li.says("对");
  const [none] = await city.person("刘敏").says("联系方式 意-2026-0003");
  expect(none?.text).toContain("没有留联系方式");
});

test("taken back, it is erased at once", async () => {
  await city.person("居民").says("撤销 意-2026-0002");
  expect(await kept()).toBe(2);
  await city.person("李明").says("撤销 意-2026-0001");
  expect(await kept()).toBe(1);
});

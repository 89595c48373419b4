import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// Attendance follows a change of a mandate, and follows again when the change was a mistake and is undone.
let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("刘敏").says("到会 活-2026-002 除杨秀英外全到");
  await city.person("刘敏").taps("对,登记");
  await city.person("刘敏").says("定稿 活-2026-002");
  await city.person("刘敏").taps("对,定稿");
});
afterAll(() => city.close());

const office = () => city.person("孙丽");
const standing = async (): Promise<string[]> => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select p.name || ' ' || a.number || ' ' || n.level as line from absence_notices n join people p on p.id = n.person_id
      join activities a on a.id = n.activity_id where n.withdrawn_at is null order by 1`);
  return rows.map((row) => row.line);
};
const registers = async (said: string): Promise<void> => {
  await office().says(said);
  await office().says("对");
};

test("a suspension from before both absences takes the case back; undone, the case stands again", async () => {
  const before = await standing();
  expect(before).toContain("杨秀英 活-2026-002 2");
  await registers("暂停 杨秀英 代表职务 自7月1日");
  expect(await standing()).not.toContain("杨秀英 活-2026-002 2");
  const cases = heardOf(office(), "absence.case").length;
  city.now = new Date(city.now.getTime() + 60_000);
  await registers("撤销变动 杨秀英");
  expect(await standing()).toEqual(before);
  expect(heardOf(office(), "absence.case").length).toBe(cases + 1);
  expect(await answerTo(city.person("杨秀英"), "我的出勤")).toMatch(/缺席2/u);
});

test("who was transferred by mistake keeps what the register of the old group says, and what counts of it", async () => {
  const own = await answerTo(city.person("李明"), "我的出勤");
  const before = await answerTo(office(), "缺席 今年");
  await registers("李明从羊昌镇代表小组调到东风镇代表小组,自9月10日");
  await registers("撤销变动 李明");
  expect(await answerTo(city.person("李明"), "我的出勤")).toBe(own);
  expect(await answerTo(office(), "缺席 今年")).toBe(before);
});

test("what was registered in the new group's name while the mistake stood is the deputy's own in the old seat", async () => {
  await registers("王芳从羊昌镇代表小组调到东风镇代表小组,自9月10日");
  await city.database.db.execute(sql`
    insert into attendances (activity_id, mandate_id, person_id, status)
    select a.id, m.id, m.person_id, 'present' from activities a, mandates m join people p on p.id = m.person_id
    where p.name = '王芳' and m.valid_from = '2026-09-10' and a.number = (select min(number) from activities x
      where x.state = 'final' and not exists (select 1 from attendances t where t.activity_id = x.id and t.person_id = p.id))`);
  await registers("撤销变动 王芳");
  const rows = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attendances t join mandates m on m.id = t.mandate_id join people p on p.id = m.person_id
    where p.name = '王芳' and m.valid_to < m.valid_from`);
  expect(rows[0]?.n).toBe(0);
});

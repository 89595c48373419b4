import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BOUNDLESS } from "#src/kernel/allowance.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { readPolicy } from "#test/support/policy.ts";
import { heardOf } from "#test/support/overheard.ts";

// A register of the group of 羊昌镇, where less than two thirds is absent; one of them sits in the township's congress.
let city: City;
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  const policy = readPolicy({ attendance: { minimum_share: { parts: 2, of: 3 } } });
  city = await openCity(undefined, BOUNDLESS, () => [], { policy });
  const { db } = city.database;
  await db.execute(sql`update mandates set level = 'township'
    where person_id = (select id from people where name = '罗文军')`);
  await clerk().says("到会时间 活-2026-002 共90分钟 李明50 王芳85 陈建国90 杨秀英90 罗文军30");
  await clerk().says("对");
  await clerk().says("定稿 活-2026-002");
  await clerk().says("对");
});
afterAll(() => city.close());

test("the district's rule on group activities warns the district's deputies, and quotes itself on the notice", async () => {
  await eventually(() => expect(heardOf(city.person("李明"), "absence.warned")).toHaveLength(1));
  expect(heardOf(city.person("罗文军"), "absence.warned")).toEqual([]);
  const rows = await city.database.db.execute<{ name: string; cite: { source: string; text: string } }>(sql`
    select p.name, n.cite from absence_notices n join people p on p.id = n.person_id where n.cite is not null`);
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(["李明"]));
  expect(rows.map((row) => row.name)).not.toContain("罗文军");
  expect(rows[0]?.cite).toMatchObject({ source: "乌当区人大代表辞职制度" });
});

test("为什么 after 缺席 tells of each absence what was registered, and how long he or she was there", async () => {
  const [list] = await clerk().says("缺席 今年");
  expect(list?.text).toContain("李明");
  const [why] = await clerk().says("为什么");
  expect(why?.text).toContain("逐次这样算的");
  expect(why?.text).toMatch(
    /李明 \d+月\d+日\(周.\) 活-2026-002 缺席，没有批准的请假\(到会50分钟，共90分钟，不足三分之二按缺席\)/u,
  );
  expect(why?.text).not.toContain("王芳");
  expect(why?.text).toContain("改考勤");
});

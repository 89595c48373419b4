import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // The one absence of the sample seven times more, in the spring.
  const { db } = city.database;
  await db.execute(sql`
    insert into activities overriding system value
    select (jsonb_populate_record(null::activities, to_jsonb(a) || jsonb_build_object('id', 9000 + n,
      'number', '活-2026-9' || n, 'starts_at', timestamptz '2026-04-01 09:00+08' + n * interval '1 day',
      'on_day', date '2026-04-01' + n, 'created_at', '2026-03-01', 'plan_key', null))).*
    from activities a, generate_series(1, 7) n where a.number = '活-2026-001'`);
  await db.execute(sql`
    insert into attendances
    select (jsonb_populate_record(null::attendances, to_jsonb(t) || jsonb_build_object('activity_id', 9000 + n,
      'called_at', null))).*
    from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id,
      generate_series(1, 7) n
    where a.number = '活-2026-001' and p.name = '杨秀英'`);
  await db.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at)
    select t.activity_id, t.mandate_id, 'paper', '2026-03-20' from attendances t where t.activity_id > 9000`);
});
afterAll(() => city.close());

describe("下一页 under a list of", () => {
  test("absences is of the same people in the same stretch", async () => {
    const [first] = await city.person("孙丽").says("缺席 羊昌镇 杨秀英 二季度");
    expect(first?.text).toContain("缺席7人次(第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text).toContain("第2页");
    expect(second?.text.split("\n")[0]).toBe(first?.text.split("\n")[0]?.replace("第1页", "第2页"));
    const [back] = await city.person("孙丽").taps("上一页");
    expect(back?.text).toBe(first?.text);
  });

  test("those without a record is of the same stretch and township", async () => {
    const [first] = await city.person("孙丽").says("未报 2025年5月");
    expect(first?.text).toContain("第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text.split("\n")[0]).toBe(first?.text.split("\n")[0]?.replace("第1页", "第2页"));
    expect(second?.text).toContain("2025年5月");
    expect(second?.text.split("\n")[1]).not.toBe(first?.text.split("\n")[1]);
  });

  test("opinions that wait is of the same township and stretch", async () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      await city.person("王芳").says(`群众反映平寨村${nth}组路灯不亮`);
      await city.person("王芳").says("对");
    }
    await city.person("吴红梅").says("群众反映麦坪村垃圾没人清运");
    await city.person("吴红梅").says("对");
    const [first] = await city.person("孙丽").says("意见 待办 羊昌镇 本月");
    expect(first?.text).toContain("6条(第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text).toContain("6条(第2页");
    expect(second?.text).not.toContain("麦坪村");
  });
});

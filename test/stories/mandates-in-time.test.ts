import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinMandates } from "#src/domain/attendance/join-mandates.ts";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
});
afterAll(() => city.close());

const mandateOf = (name: string) =>
  sql`(select m.id from mandates m join people p on p.id = m.person_id where p.name = ${name} order by m.id limit 1)`;
const org = (name: string) => sql`(select id from orgs where name = ${name})`;

const heard = async (name: string, said: string): Promise<string> =>
  (await city.person(name).says(said)).map((one) => one.text).join("\n");

describe("a deputy who was transferred on 10 September", () => {
  beforeAll(async () => {
    const { db } = city.database;
    await db.execute(sql`update mandates set valid_to = '2026-09-09' where id = ${mandateOf("李明")}`);
    await db.execute(sql`insert into mandates (person_id, level, term, group_id, township_id, valid_from)
      select person_id, level, term, ${org("东风镇代表小组")}, ${org("东风镇")}, '2026-09-10' from mandates
      where id = ${mandateOf("李明")}`);
    for (const said of ["9月8日走访黄连村12户", "9月15日走访麦坪村7户"]) {
      await city.person("李明").says(said);
      await city.person("李明").says("对");
    }
  });

  test("has what was done before with the old township, and what came after with the new", async () => {
    expect(await heard("刘敏", "统计 羊昌镇 走访 9月")).toContain("12户");
    expect(await heard("赵勇", "统计 东风镇 走访 9月")).toContain("7户");
  });

  test("is looked for on the day asked about: a month back in the old group, now in the new one", async () => {
    expect(await heard("刘敏", "未报 8月")).toContain("李明");
    expect(await heard("刘敏", "未报 9月")).not.toContain("李明");
    expect(await heard("孙丽", "统计 走访 9月")).toContain("19户");
  });

  test("moves a record to another mandate by moving its day", async () => {
    await city.person("李明").says("改时间 9月7日");
    expect(await heard("刘敏", "统计 羊昌镇 走访 9月")).toContain("19户");
  });
});

describe("a deputy whose mandate rested from 1 to 14 September", () => {
  beforeAll(async () => {
    await city.database.db.execute(sql`
      insert into suspensions (mandate_id, from_day, to_day) values (${mandateOf("王芳")}, '2026-09-01', '2026-09-14')`);
  });

  test("files nothing for those days, and again from the day after", async () => {
    await city.person("王芳").says("9月10日走访黄连村9户");
    expect((await city.person("王芳").says("对"))[0]?.text).toContain("不在代表任期里");
    await city.person("王芳").says("9月15日走访黄连村9户");
    expect((await city.person("王芳").says("对"))[0]?.kind).toBe("report.filed");
  });

  test("files nothing that lasted into those days, and moves nothing there, at its beginning or at its end", async () => {
    const wang = city.person("王芳");
    await wang.says("8月30日到9月2日参加履职培训");
    expect((await wang.says("对"))[0]?.text).toContain("不在代表任期里");
    await wang.says("8月30日到8月31日参加履职培训");
    const number = (await wang.says("对"))[0]?.number ?? "";
    expect(number).toContain("履-");
    expect((await wang.says("改时间 9月3日"))[0]?.kind).toBe("report.refused");
    expect((await wang.says("结束日期改成9月3日"))[0]?.text).toContain("不在代表任期里");
    // Both ends in office, and at rest between them.
    expect((await wang.says("结束日期改成9月15日"))[0]?.text).toContain("不在代表任期里");
    await wang.says(`撤销 ${number}`);
  });

  test("has nothing entered by staff that lasted into those days", async () => {
    await city.person("刘敏").says("代报 王芳 8月30日到9月15日参加履职培训");
    expect((await city.person("刘敏").says("对"))[0]?.text).toContain("不在代表任期里");
  });

  test("is no companion on those days", async () => {
    const before = city.person("王芳").heard().length;
    await city.person("陈建国").says("9月9日和王芳代表一起走访黄连村5户");
    await city.person("陈建国").says("对");
    await city.person("陈建国").says("9月15日和王芳代表一起慰问困难党员3户");
    await city.person("陈建国").says("对");
    const news = city.person("王芳").heard().slice(before);
    expect(news.map((one) => one.kind)).toEqual(["report.companion"]);
    expect(news[0]?.text).toContain("9月15日");
  });
});

describe("a deputy whose resignation took effect on 31 August", () => {
  beforeAll(async () => {
    await city.database.db.execute(sql`
      update mandates set valid_to = '2026-08-31', status = 'resigned' where id = ${mandateOf("罗文军")}`);
  });

  test("still counts in the months in office, and in none after", async () => {
    expect(await heard("刘敏", "未报 6月")).toContain("罗文军");
    expect(await heard("刘敏", "未报 9月")).not.toContain("罗文军");
  });

  test("files nothing any more, and may still look at what was done", async () => {
    expect(await heard("罗文军", "8月3日走访黄连村3户")).toContain("没有生效");
    expect((await city.person("罗文军").says("我的履职"))[0]?.kind).toBe("figures.own-duty");
  });

  test("is entered for by staff on days in office only", async () => {
    await city.person("刘敏").says("代报 罗文军 8月3日走访3户");
    expect((await city.person("刘敏").says("对"))[0]?.kind).toBe("report.filed");
    expect((await city.person("刘敏").says("代报 罗文军 9月3日走访3户"))[0]?.kind).toBe("report.whose");
  });
});

test("stretches of one term that follow each other are one mandate; a gap or another term ends it", () => {
  const spans = [
    { term: "十八届", from: "2024-03-01", to: "2025-12-31", status: "active" },
    { term: "十八届", from: "2021-12-20", to: "2024-02-29", status: "active" },
    { term: "十八届", from: "2026-02-01", to: "2026-12-19", status: "active" },
    { term: "十九届", from: "2026-12-20", to: null, status: "active" },
  ] as const;
  expect(joinMandates(spans)).toEqual([
    { from: "2021-12-20", to: "2025-12-31" },
    { from: "2026-02-01", to: "2026-12-19" },
    { from: "2026-12-20", to: null },
  ]);
});

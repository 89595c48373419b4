import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";

// Thirty deputies more in the group of 羊昌镇, twelve more activities of it, and years of reports that 李明 never wrote.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  const { db } = city.database;
  await db.execute(sql`
    with g as (select m.group_id, m.township_id, m.level, m.term, m.valid_from from mandates m join people p on p.id = m.person_id
        where p.name = '李明' limit 1),
      n as (insert into people (name, kind) select '代表' || chr(19968 + i), 'member' from generate_series(1, 30) i returning id)
    insert into mandates (person_id, level, term, group_id, township_id, valid_from)
    select n.id, g.level, g.term, g.group_id, g.township_id, g.valid_from from n, g`);
  await db.execute(sql`
    with a as (insert into activities (number, org_id, kind, title, starts_at, on_day, created_at)
      select '活-2026-1' || lpad(i::text, 2, '0'), o.id, 'group_activity', '第' || i || '次小组活动',
        timestamptz '2026-12-01 15:00+08' + i * interval '1 day', date '2026-12-01' + i, '2026-11-20'
      from generate_series(1, 12) i, orgs o where o.name = '羊昌镇代表小组' returning id)
    insert into attendances (activity_id, mandate_id, person_id)
    select a.id, m.id, m.person_id from a, mandates m join orgs o on o.id = m.group_id and o.name = '羊昌镇代表小组'`);
  await runAt(db, "deadline-reminders", city.now);
  await db.execute(sql`
    insert into obligations (rule, mandate_id, person_id, period, title, due_on)
    select 'annual_report', m.id, m.person_id, y::text, y || '年报告', make_date(y, 12, 20)
    from mandates m join people p on p.id = m.person_id, generate_series(2022, 2025) y where p.name = '李明'`);
});
afterAll(() => city.close());

/** Every page of a list that words call up, by the taps under it. */
async function pages(name: string, words: string): Promise<string[]> {
  const texts: string[] = [];
  let [answer] = await city.person(name).says(words);
  for (; answer !== undefined && texts.length < 20;) {
    texts.push(answer.text);
    const isLast = !answer.choices.some((one) => one.label === "下一页");
    [answer] = isLast ? [] : await city.person(name).taps("下一页");
  }
  return texts;
}

const linesWith = (texts: readonly string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => text.split("\n").filter((line) => pattern.test(line)));

describe("a list that does not fit into one answer says how many there are, and is read to its end by a tap", () => {
  test("of what a deputy owes, from years before as well", async () => {
    const texts = await pages("李明", "应办");
    expect(texts[0]).toContain("您要完成的8项(第1页，共2页)");
    expect(linesWith(texts, /到期|日\(周.\)前/u)).toHaveLength(8);
    expect(linesWith(texts, /^2022年报告，2022年12月20日\(周二\)已到期/u)).toHaveLength(1);
    expect((await city.person("李明").says("应办 2"))[0]?.text).toBe(texts[1]);
  });

  test("of a deputy's own duty, with the word that tells the rest", async () => {
    const [own] = await city.person("李明").says("我的履职");
    expect(own?.text).toContain("……另有2项，看全说：应办");
  });

  test.each(["李明", "刘敏"])("of activities, to %s", async (name) => {
    const texts = await pages(name, "活动");
    expect(texts[0]).toMatch(/^活动安排1\d场\(第1页，共3页\)/u);
    const numbers = linesWith(texts, /^活-2026-1\d\d/u).map((line) => line.slice(0, 10));
    expect(new Set(numbers).size).toBe(12);
    expect(texts.join("\n")).toContain("第12次小组活动");
  });

  test("of activities in a month, without leaving it", async () => {
    const texts = await pages("李明", "12月有什么活动");
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^2026年12月活动安排/u);
  });

  test("of who owes what: everybody by name, behind a tap", async () => {
    const [late] = await city.person("刘敏").says("未交 自评");
    expect(late?.text).toMatch(/还差35人：.*等35人/u);
    const [first] = await city.person("刘敏").taps("年度履职自评 35人");
    expect(first?.text).toContain("还差35人(第1页，共2页)");
    const [second] = await city.person("刘敏").taps("下一页");
    const names = [first, second].flatMap((one) => (one?.text.split("\n")[1] ?? "").split("、"));
    expect(new Set(names).size).toBe(35);
  });

  test("of who has not answered", async () => {
    const [shown] = await city.person("刘敏").says("活-2026-101");
    expect(shown?.text).toMatch(/没回35人：.*等35人/u);
    const [first] = await city.person("刘敏").taps("没回的35人");
    const [second] = await city.person("刘敏").taps("下一页");
    const names = [first, second].flatMap((one) => (one?.text.split("\n")[1] ?? "").split("、"));
    expect(new Set(names).size).toBe(35);
  });
});

test("each activity that waits for an answer has its own two taps in the list", async () => {
  const [list] = await city.person("王芳").says("我的活动");
  const label = list?.choices.map((one) => one.label).find((one) => one.includes("第3次")) ?? "";
  expect(label).toBe("参加 12月4日(周五) 第3次小组活动");
  const [answer] = await city.person("王芳").taps(label);
  expect(answer?.text).toContain("记下您参加：活-2026-103");
  const [leave] = await city.person("王芳").taps("请假 12月3日(周四) 第2次小组活动");
  expect(leave?.text).toContain("请假：活-2026-102");
});

test("leave from the whole autumn is read to its end", async () => {
  await city.database.db.execute(sql`
    insert into leaves (activity_id, mandate_id, person_id, reason, requested_at)
    select x.activity_id, x.mandate_id, x.person_id, 'family', '2026-11-24' from attendances x
    join people p on p.id = x.person_id join activities a on a.id = x.activity_id
    where p.name = '陈建国' and a.number like '活-2026-1%'`);
  const texts = await pages("陈建国", "我的请假批了没有");
  expect(texts[0]).toContain("您请的假12次(第1页，共3页)");
  expect(linesWith(texts, /等批准$/u)).toHaveLength(12);
});

test("what somebody owes in two congresses counts him once among those who owe it", async () => {
  const { db } = city.database;
  await db.execute(sql`
    insert into mandates (person_id, level, term, group_id, township_id, valid_from)
    select m.person_id, 'township', '第十一届', m.group_id, m.township_id, m.valid_from
    from mandates m join people p on p.id = m.person_id where p.name = '罗文军'`);
  await runAt(db, "deadline-reminders", new Date("2026-11-25T10:30:00+08:00"));
  const [late] = await city.person("孙丽").says("未交 年度履职报告");
  expect(late?.text).toContain("还差40人");
});

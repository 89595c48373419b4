import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { toldWhile } from "#test/support/overheard.ts";

// The officer 孙丽 registers on 25 November what has been so for days; 李明 has reported all the while.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-24T10:00:00+08:00");
  const deputy = city.person("李明");
  for (const said of [
    "11月8日走访黄连村4户",
    "11月20日走访黄连村9户",
    "我要提建议:在黄连村路口装红绿灯",
    "黄连村村民反映路灯坏了一个月没人修",
  ]) {
    await deputy.says(said);
    await deputy.says("对");
  }
  city.now = new Date("2026-11-25T10:00:00+08:00");
});
afterEach(() => city.close());

const office = () => city.person("孙丽");
const registers = async (said: string) => {
  await office().says(said);
  return (await office().says("对"))[0];
};

/** Under the mandate that began on which day each thing stands. */
const filed = async () => {
  const rows = await city.database.db.execute<{ what: string; from: string }>(sql`
    select x.what, m.valid_from::text "from" from (
        select r.starts_on::text what, mandate_id, person_id from duty_records r where source <> 'suggestion'
        union all select 'suggestion', mandate_id, person_id from suggestions
        union all select 'opinion', mandate_id, person_id from opinions) x
      join mandates m on m.id = x.mandate_id join people p on p.id = x.person_id
    where p.name = '李明' order by x.what`);
  return Object.fromEntries(rows.map((one) => [one.what, one.from]));
};

const BEFORE = {
  "2026-11-08": "2021-12-20",
  "2026-11-20": "2021-12-20",
  opinion: "2021-12-20",
  suggestion: "2021-12-20",
};
const since = (day: string) => ({ ...BEFORE, "2026-11-20": day, opinion: day, suggestion: day });

describe("a change that is registered late takes along what was filed since", () => {
  test.for([
    ["a transfer", "李明从羊昌镇代表小组调到东风镇代表小组,自11月16日", "2026-11-16"],
    ["a new term", "换届 十九届 11月16日 全部连任", "2026-11-16"],
  ] as const)("by %s: records, suggestions and opinions, told with their number", async ([, said, from]) => {
    const [card] = await office().says(said);
    expect(card?.text).toContain("已有3条履职记录、意见或建议，会一起转到新的任职");
    const told = await toldWhile(city.person("李明"), async () => {
      const [done] = await office().says("对");
      expect(done?.text).toContain("已报的3条(履职、意见、建议)，已转到新的任职");
    });
    expect(told).toContain("已报的3条(履职、意见、建议)，已转到新的任职");
    expect(await filed()).toEqual(since(from));
    await registers("撤销变动");
    expect(await filed()).toEqual(BEFORE);
  });

  test("by a by-election of whoever had left, and its undoing brings it back", async () => {
    await registers("接受辞职 李明 11月10日");
    expect(await filed()).toEqual(BEFORE);
    await office().says("补选李明为羊昌镇代表 11月15日");
    const [card] = await office().says("1");
    expect(card?.text).toContain("已有3条");
    expect(await toldWhile(city.person("李明"), () => office().says("对"))).toContain("已报的3条");
    expect(await filed()).toEqual(since("2026-11-15"));
    const [sure] = await office().says("撤销变动 李明");
    expect(sure?.text).toContain("补选为区人大代表");
    await office().says("对");
    expect(await filed()).toEqual(BEFORE);
  });

  test("but what was filed after the by-election was registered keeps it from being undone", async () => {
    await registers("接受辞职 李明 11月10日");
    await office().says("补选李明为羊昌镇代表 11月15日");
    await office().says("1");
    await office().says("对");
    await city.person("李明").says("今天走访黄连村2户");
    await city.person("李明").says("对");
    const [no] = await office().says("撤销变动 李明");
    expect(await filed()).toEqual({ ...since("2026-11-15"), "2026-11-25": "2026-11-15" });
    expect(no?.text).toContain("以这个代表职务已经记了履职");
  });

  test("by a new term of the township, whose deputies' records go along as the district's do", async () => {
    await city.database.db.execute(sql`update mandates m set level = 'township', term = '第七届' from people p
      where p.id = m.person_id and p.name = '李明'`);
    const [card] = await office().says("羊昌镇 镇人大换届 八届 11月16日 全部连任");
    expect(card?.text).toContain("已有3条履职记录、意见或建议，会一起转到新的任职");
    const told = await toldWhile(city.person("李明"), () => office().says("对"));
    expect(told).toContain("已报的3条(履职、意见、建议)，已转到新的任职");
    expect(await filed()).toEqual(since("2026-11-16"));
    await registers("撤销变动 换届");
    expect(await filed()).toEqual(BEFORE);
  });
});

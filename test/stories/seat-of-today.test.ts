import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// What staff are shown of a deputy is how it stands today.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
});
afterAll(() => city.close());

const heard = (said: string) => answerTo(city.person("孙丽"), said);

test("a transfer that is registered for December is none in November", async () => {
  await heard("王芳从羊昌镇代表小组调到东风镇代表小组,自12月1日");
  await heard("对");
  expect(await heard("代表 王芳")).toContain("王芳代表(羊昌镇代表小组)");
  city.now = new Date("2026-12-02T10:00:00+08:00");
  expect(await heard("代表 王芳")).toContain("王芳代表(东风镇代表小组)");
});

test("of two 张伟 the one with the number that is said behind the name is shown", async () => {
  await city.database.db.execute(sql`update people set code = 'Y006' where name = '张伟'`);
  await city.database.db.execute(sql`with other as (
      insert into people (name, code) values ('张伟', 'Y042') returning id)
    insert into mandates (person_id, level, term, group_id, township_id, valid_from)
    select other.id, m.level, m.term, m.group_id, m.township_id, m.valid_from
    from other, mandates m join people p on p.id = m.person_id where p.name = '李明'`);
  expect(await heard("代表 张伟 Y042")).toContain("张伟代表(羊昌镇代表小组)");
  expect(await heard("代表 张伟 编号Y006")).toContain("张伟代表(东风镇代表小组)");
  expect(await heard("代表 张伟代表")).toContain("Y042");
});

test("a town that is not there is not taken for one whose name ends alike", async () => {
  expect(await heard("调动 李明 不存在镇 12月5日")).toContain("没有找到这个镇街或代表小组");
});

test("there is nothing to resume for whoever has resigned", async () => {
  await heard("接受辞职 罗文军 11月20日");
  await heard("对");
  expect(await heard("恢复 罗文军 12月2日")).toContain("代表职务已经登记结束");
});

test("the office's help names what only the office does", async () => {
  const help = await heard("帮助");
  for (const word of ["补选", "换届", "撤销变动", "更正申请", "绑定码"]) expect(help).toContain(word);
  expect(await answerTo(city.person("刘敏"), "帮助")).not.toContain("补选");
});

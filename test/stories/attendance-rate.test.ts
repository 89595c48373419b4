import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// Everybody but 杨秀英 came in July; yesterday's activity is not final yet.
let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const YESTERDAY = "活-2026-002";
const clerk = () => city.person("刘敏");
const finalise = async (register: string): Promise<void> => {
  await clerk().says(`到会 ${YESTERDAY} ${register}`);
  await clerk().says("对");
  await clerk().says(`定稿 ${YESTERDAY}`);
  await clerk().says("对");
};
const says = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text.normalize("NFKC") ?? "";

test("what 王芳 was never told of is not expected of her, and her rate and its reasons say the same", async () => {
  await city.database.db.execute(sql`delete from notices where activity_id =
    (select id from activities where number = ${YESTERDAY})`);
  await finalise("除王芳外全到");
  const own = await says("王芳", "我的出勤");
  expect(own).toContain("应到1次:到会1、请假0、缺席0");
  expect(own).toContain("出勤率100%(到会1÷应到1)");
  const why = await says("王芳", "为什么");
  for (const piece of ["没有通知到的记录,不算", "出勤率100%", "出勤率=到会÷(应到-请假)"])
    expect(why).toContain(piece);
});

test("leave that was granted is leave, whatever the register says, and lowers no rate", async () => {
  await city.person("李明").says(`请假 ${YESTERDAY} 出差`);
  await clerk().says("准假 李明");
  await clerk().says("对");
  await finalise("除李明外全到");
  const own = await says("李明", "我的出勤");
  expect(own).toContain("应到2次:到会1、请假1、缺席0");
  expect(own).toContain("出勤率100%(到会1÷应到1,请假1不算在内)");
  expect(own).toContain("没有缺席");
});

test("leave that waits for its decision is shown as waiting", async () => {
  await city.person("李明").says(`请假 ${YESTERDAY} 出差`);
  await finalise("除李明外全到");
  expect(await says("李明", "我的出勤")).toContain("请假1(1次等批)、缺席0");
});

test("杨秀英 missed one of two: half, with the absence and what to say about it", async () => {
  await finalise("全到");
  const own = await says("杨秀英", "我的出勤");
  for (const piece of ["出勤率50%(到会1÷应到2)", "缺席1次", "异议 活-2026-001"]) expect(own).toContain(piece);
});

test("staff see the rate of a township and of one deputy, with how it is made, and nobody in a row", async () => {
  await finalise("除李明外全到");
  const all = await says("刘敏", "缺席 今年");
  expect(all).toContain("应到10人次:到会8、请假0、缺席2");
  expect(all).toContain("出勤率80%(到会8÷应到10)");
  expect(await says("刘敏", "为什么")).toContain("出勤率=到会÷(应到-请假)");
  expect(await says("刘敏", "代表 李明")).toContain("出勤率50%(到会1÷应到2)");
});

test("whoever sits in two congresses was at one activity once", async () => {
  await finalise("全到");
  await city.database.db.execute(sql`with second as (
      insert into mandates (person_id, level, term, group_id, township_id, valid_from)
      select person_id, 'township', term, group_id, township_id, valid_from from mandates
      where person_id = (select id from people where name = '李明') limit 1 returning id, person_id)
    insert into attendances (activity_id, mandate_id, person_id, status, answer, answered_at)
    select a.id, s.id, s.person_id, 'present', 'coming', a.created_at from second s, activities a
    where a.number = ${YESTERDAY}`);
  expect(await says("李明", "我的出勤")).toContain("应到2次:到会2");
});

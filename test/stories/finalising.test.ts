import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

// 杨秀英 was absent without leave sixty days ago: a second time is a case for the office.
let city: City;
beforeAll(async () => {
  city = await openCity();
  // 陈建国 was never told of yesterday's activity.
  await city.database.db.execute(sql`delete from notices n
    using activities a, mandates m, people p where a.id = n.activity_id and a.number = '活-2026-002'
    and m.id = n.mandate_id and p.id = m.person_id and p.name = '陈建国'`);
  await city.database.db.execute(sql`update attendances t set answer = null, answered_at = null
    from activities a, people p where a.id = t.activity_id and a.number = '活-2026-002'
    and p.id = t.person_id and p.name = '陈建国'`);
});
afterAll(() => city.close());

const YESTERDAY = "活-2026-002";
const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const stateOf = async (): Promise<string | undefined> =>
  (
    await city.database.db.execute<{ state: string }>(
      sql`select state from activities where number = ${YESTERDAY}`,
    )
  )[0]?.state;
const register = async (words: string): Promise<void> => {
  await clerk().says(`到会 ${YESTERDAY} ${words}`);
  await clerk().taps("对,登记");
};

test("定稿 shows who would be reminded, who looked into and who does not count, and does nothing yet", async () => {
  await register("除李明、杨秀英、陈建国外全到");
  const [card] = await clerk().says(`定稿 ${YESTERDAY}`);
  for (const piece of [
    "要定稿吗",
    "缺席3人",
    "到会的2人自动记入履职",
    "会单独提醒(未经批准缺席)：李明",
    "会请代表工委核实，并告诉本人：杨秀英",
    "没有通知到的记录，不算缺席：陈建国",
  ])
    expect(card?.text).toContain(piece);
  expect(await stateOf()).toBe("planned");
  expect(heard("李明", "absence.warned")).toEqual([]);
});

test("a no leaves everything as it was", async () => {
  const [answer] = await clerk().taps("不用了");
  expect(answer?.text).toContain("没有定稿");
  expect(await stateOf()).toBe("planned");
});

test("a register that changed between the card and the yes is shown again, and not made final", async () => {
  await clerk().says(`定稿 ${YESTERDAY}`);
  await office().says(`到会 ${YESTERDAY} 李明到会`);
  await office().taps("对,登记");
  const [again] = await clerk().taps("对,定稿");
  expect(again?.text).toContain("情况有变");
  expect(again?.text).toContain("缺席2人");
  expect(again?.text).not.toContain("提醒(未经批准缺席)：李明");
  expect(await stateOf()).toBe("planned");
});

test("what follows may change as well: leave granted meanwhile is seen before the yes", async () => {
  await city.database.db
    .execute(sql`insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at, decided_at, late)
    select t.activity_id, t.mandate_id, t.person_id, 'illness', 'approved', now(), now(), true from attendances t
    join activities a on a.id = t.activity_id join people p on p.id = t.person_id
    where a.number = ${YESTERDAY} and p.name = '杨秀英'`);
  const [again] = await clerk().says("对");
  expect(again?.text).toContain("情况有变");
  expect(again?.text).not.toContain("代表工委核实");
  expect(await stateOf()).toBe("planned");
});

test("one yes makes it final, the same tap again does nothing, and a colleague is told who did it", async () => {
  await office().says(`定稿 ${YESTERDAY}`);
  const [final] = await clerk().taps("对,定稿");
  expect(final?.text).toContain("已定稿");
  const [twice] = await clerk().taps("对,定稿");
  expect(twice?.text).not.toContain("已定稿");
  const [late] = await office().taps("对,定稿");
  expect(late?.text).toContain("刘敏已经定稿了");
  expect(heard("李明", "absence.warned")).toEqual([]);
});

test("改考勤 shows what follows, and acts on a yes alone", async () => {
  const [card] = await clerk().says(`改考勤 ${YESTERDAY} 李明 缺席`);
  for (const piece of ["李明代表：到会 改为 缺席", "会告诉本人", "会单独提醒(未经批准缺席)：李明"])
    expect(card?.text).toContain(piece);
  expect(heard("李明", "attendance.changed")).toEqual([]);
  const [done] = await clerk().says("对");
  expect(done?.text).toContain("已更正");
  await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(1));
});

test("two correct at once: one acts, the other hears that it says so already, and from whom", async () => {
  city.now = new Date("2026-09-16T09:05:00+08:00");
  await clerk().says(`改考勤 ${YESTERDAY} 李明 到会`);
  const [card] = await office().says(`改考勤 ${YESTERDAY} 李明 到会`);
  expect(card?.text).toContain("之前的缺席提醒作废：李明");
  await clerk().taps("对,更正");
  const [late] = await office().taps("对,更正");
  expect(late?.text).toContain("本来就登记的到会");
  expect(late?.text).toContain("刘敏");
  expect(heard("李明", "attendance.changed")).toHaveLength(2);
});

test("of two people of one name the clerk is asked which, and only that one is corrected", async () => {
  await city.database.db.execute(sql`update people set name = '李明', code = 'D777' where name = '王芳'`);
  const [which] = await clerk().says(`改考勤 ${YESTERDAY} 李明 迟到`);
  expect(which?.text).toContain("2位李明");
  const label = which?.choices.find((one) => one.label.includes("D777"))?.label ?? "";
  const [card] = await clerk().taps(label);
  expect(card?.text).toContain("到会 改为 迟到");
  await clerk().taps("对,更正");
  const rows = await city.database.db.execute<{ code: string | null; status: string }>(sql`
    select p.code, t.status from attendances t join activities a on a.id = t.activity_id
    join people p on p.id = t.person_id where a.number = ${YESTERDAY} and p.name = '李明' order by t.status`);
  expect(rows.map((row) => [row.code === "D777", row.status])).toEqual([
    [true, "late"],
    [false, "present"],
  ]);
});

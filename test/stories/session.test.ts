import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionStatus } from "#src/domain/attendance/session-status.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";

// The district's congress meets on 15 and 16 December in three sittings; a year before, 陈建国 missed one whole session.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city.database.db.execute(sql`
    with s as (insert into activities (number, org_id, kind, title, starts_at, on_day, state, final_at, created_at)
      select '活-2025-001', id, 'congress_session', '第五次会议', '2025-12-10 09:00+08', '2025-12-10', 'final',
        '2025-12-12', '2025-12-01' from orgs where name = '乌当区' returning id)
    insert into attendances (activity_id, mandate_id, person_id, status, answer, answered_at)
      select s.id, m.id, m.person_id, 'absent', 'coming', '2025-12-02' from s, mandates m
      join people p on p.id = m.person_id where p.name = '陈建国'`);
  await city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, 'group_leader', '2021-12-20' from people p, orgs o
    where p.name = '罗文军' and o.name = '羊昌镇代表小组'`);
});
afterAll(() => city.close());

const office = () => city.person("孙丽");
const ORDER =
  "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 全体会议";
const [SESSION, FIRST, SECOND, THIRD] = ["活-2026-005", "活-2026-006", "活-2026-007", "活-2026-008"];
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const register = async (number: string, words: string) => {
  await office().says(`到会 ${number} ${words}`);
  await office().taps("对,登记");
  await office().says(`定稿 ${number}`);
  return (await office().taps("对,定稿"))[0];
};

test("the office calls a session with its sittings; it is read back, and each deputy has one notice of it all", async () => {
  const [card] = await office().says(ORDER);
  expect(card?.kind).toBe("sure.session");
  for (const piece of ["12月15日(周二) 14:30 代表团会议", "区会议中心", "10人"])
    expect(card?.text).toContain(piece);
  const [receipt] = await office().taps("对,发通知");
  expect(receipt?.number).toBe(SESSION);
  expect(receipt?.text).toContain(SECOND);
  await eventually(() => expect(heard("李明", "session.called")).toHaveLength(1));
  expect(heard("李明", "activity.invited")).toEqual([]);
  expect(heard("吴红梅", "session.called")).toHaveLength(1);
  // Leave from one sitting is asked for by its number.
  expect(heard("李明", "session.called")[0]?.text).toMatch(new RegExp(`请假 活-\\d{4}-\\d{3} 住院`, "u"));
  expect(heard("李明", "session.called")[0]?.text).toContain(`代表团会议 ${SECOND}`);
});

test("only a congress has sessions, only staff call them, and what is unclear is asked about with an example", async () => {
  const [group] = await city.person("刘敏").says("发布会议 羊昌镇代表小组\n12月15日上午9点 全体会议");
  expect(group?.text).toContain("没有这个单位");
  const [deputy] = await city.person("李明").says(ORDER);
  expect(deputy?.kind).toBe("help.refused");
  const [unclear] = await office().says("发布会议 乌当区第七次会议\n择日召开");
  expect(unclear?.text).toContain("没看懂会议安排");
});

test("leave from the session goes to the directors' meeting, from a sitting to the head of the delegation", async () => {
  await city.person("王芳").says(`请假 ${SESSION} 出差`);
  await eventually(() => expect(heard("何志远", "activity.leave-asked")).toHaveLength(1));
  await city.person("何志远").says("准假 王芳");
  const [done] = await city.person("何志远").taps("对,准假");
  expect(done?.text).toContain("已准假");
  await city.person("李明").says(`请假 ${SECOND} 生病`);
  await eventually(() => expect(heard("罗文军", "activity.leave-asked")).toHaveLength(1));
  expect(heard("何志远", "activity.leave-asked")).toHaveLength(1);
  await city.person("罗文军").says("准假 李明");
  const [granted] = await city.person("罗文军").taps("对,准假");
  expect(granted?.text).toContain("已准假");
});

test("the session speaks for its sittings until the day itself", async () => {
  const lines = async (moment: string) => {
    city.now = at(moment);
    await runAt(city.database.db, "activity-reminders", city.now);
    const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from reminders r
      join people p on p.id = r.person_id where p.name = '吴红梅' and r.due_at = ${`${moment.slice(0, 16).replace(/\d$/u, "0")}+08`}`);
    return row?.n;
  };
  // What begins at nine is told on the evening before, with the session that begins by it.
  const told = [
    await lines("2026-12-14 09:01"),
    await lines("2026-12-14 18:01"),
    await lines("2026-12-15 09:01"),
  ];
  expect(told).toEqual([1, 2, 1]);
});

test("attendance is kept sitting by sitting; leave from the session excuses all of them", async () => {
  city.now = at("2026-12-16 18:00");
  const [early] = await office().says(`定稿 ${SESSION}`);
  expect(early?.text).toContain("还有没定稿的会");
  const first = await register(FIRST, "除王芳、陈建国、周志强外全到");
  expect(first?.text).toContain("请假1人：王芳");
  expect(first?.text).toMatch(new RegExp(`改考勤 ${FIRST} (?:陈建国|周志强) 到会`, "u"));
  // What is filed of a session is filed once, with the session.
  expect(first?.text).not.toContain("自动记入");
  await register(SECOND, "除王芳、陈建国、李明外全到");
  await register(THIRD, "除王芳、陈建国外全到");
});

test("the session's own attendance follows from its sittings", async () => {
  await office().says(`定稿 ${SESSION}`);
  const [final] = await office().taps("对,定稿");
  expect(final?.text).toContain("到会8人");
  expect(final?.text).toContain("请假1人：王芳");
  expect(final?.text).toContain("缺席1人：陈建国");
});

test("a second session missed in one term is a case for the office, in words that judge nothing", async () => {
  await eventually(() => expect(heard("孙丽", "absence.case")).toHaveLength(1));
  const [told] = heard("孙丽", "absence.case");
  for (const piece of ["陈建国", "第六十二条第三项", "只是线索,不是结论".replace(",", "，")])
    expect(told?.text).toContain(piece);
  expect(heard("陈建国", "absence.struck")).toHaveLength(1);
  expect(heard("周志强", "absence.warned")).toEqual([]);
});

test("who came has one record of the session, and figures count sittings", async () => {
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from duty_records r
    join people p on p.id = r.person_id where p.name = '吴红梅' and r.kind = 'congress_attend'`);
  expect(row?.n).toBe(1);
  const [own] = await city.person("周志强").says("我的出勤");
  expect(own?.text).toContain("缺席");
});

test("the case waits among what is to be done until somebody has looked into it; the deputy's 待办 has none", async () => {
  const [todo] = await office().says("待办");
  expect(todo?.text).toContain("缺席线索1件");
  const [clerk] = await city.person("刘敏").says("待办");
  expect(clerk?.text).not.toContain("缺席线索");
  const [bare] = await office().says("已核查 陈建国");
  expect(bare?.text).toContain("结果");
  const [sure] = await office().says("已核查 陈建国 已交代表资格审查委员会");
  expect(sure?.text).toContain("已交代表资格审查委员会");
  const [done] = await office().says("对");
  expect(done?.text).toContain("已记下");
  const [after] = await office().says("待办");
  expect(after?.text).not.toContain("缺席线索");
});

test.each([
  [["present", "absent", "absent"], undefined, "present"],
  [["present", "absent", "absent"], { parts: 2, of: 3 }, "absent"],
  [["present", "late", "absent"], { parts: 2, of: 3 }, "present"],
  [["present", "leave", "leave"], { parts: 2, of: 3 }, "present"],
  [["leave", "leave"], undefined, "leave"],
  [["absent", "leave"], undefined, "absent"],
  // What stayed unmarked while the mandate rested says nothing.
  [["leave", "expected"], undefined, "leave"],
  [["present", "expected", "expected"], { parts: 2, of: 3 }, "present"],
] as const)("of a session with %j under %j a deputy was %s", (sittings, session_share, status) => {
  expect(sessionStatus(sittings, { session_share })).toBe(status);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile, type PlannedSitting } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

const TITLE = "乌当区第十八届人民代表大会第六次会议";
const sitting = (which: number, more: PlannedSitting = {}): PlannedSitting => ({
  number: 1,
  org: "乌当区",
  title: TITLE,
  sitting: which,
  kind: "全体会议",
  on: "2027-01-26",
  time: "9:00",
  place: "区会议中心",
  ...more,
});
const SESSION = [
  sitting(1, { kind: "预备会议", on: "2027-01-25", time: "15:00" }),
  sitting(2),
  sitting(3, { kind: "代表团会议", time: "14:30" }),
];

let house: PlanHouse;
const office = () => house.city.person("孙丽");
const send = async (sittings: readonly PlannedSitting[]) =>
  (await office().sends("计划.xlsx", await planFile([plannedRow(1, "2027-09-10")], sittings)))[0];
const sittings = () =>
  house.count(sql`select count(*)::int4 n from activities a join activities s on s.id = a.session_id
    where s.kind = 'congress_session' and s.title = ${TITLE} and a.state = 'planned'`);
const numberOf = async (kind: string) =>
  (
    await house.city.database.db.execute<{ number: string }>(
      sql`select number from activities where kind = ${kind} and plan_key is not null`,
    )
  )[0]?.number ?? "";

beforeAll(async () => {
  house = await openPlanHouse("2027-01-04 10:00");
});
afterAll(() => house.city.close());

test("every bad cell of a session is named, and nothing is planned", async () => {
  const card = await send([
    sitting(1, { org: "羊昌镇代表小组" }),
    sitting(2, { kind: "茶话会" }),
    sitting(3, { title: "另一次会议" }),
    sitting(3, { on: "2026-12-01" }),
    sitting(5, { time: "一早" }),
  ]);
  for (const piece of [
    "人代会 第2行「单位」：这个单位不开人代会",
    "人代会 第3行「会议类型」：填法不对",
    "人代会 第4行「会议名称」：同一个序号的几行，会议名称要写得一样",
    "人代会 第5行「第几次会」：和前面的一行重复",
    "人代会 第5行「日期」：这个时间已经过了",
    "人代会 第6行「时间」：看不出几点",
  ])
    expect(card?.text).toContain(piece);
  expect(await house.planned()).toBe(0);
});

test("a session of the plan is shown with its sittings first, and nobody is called yet", async () => {
  const card = await send(SESSION);
  expect(card?.text).toContain("新增2场");
  expect(card?.text).toContain("1月25日(周一) 15:00 乌当区");
  expect(card?.text).toContain("(3次会)");
  await office().says("对");
  expect(await sittings()).toBe(3);
  expect(house.heard("李明", "session.called")).toEqual([]);
});

test("sent again it changes nothing; a sitting moved, and one more, are shown as changes", async () => {
  expect((await send(SESSION))?.text).toContain("没有要改的");
  const moved = [sitting(1, { kind: "预备会议", on: "2027-01-24", time: "15:00" }), ...SESSION.slice(1)];
  const card = await send([...moved, sitting(4, { on: "2027-01-27" })]);
  expect(card?.text).toContain("新增1场，改动1场");
  await office().says("对");
  expect(await sittings()).toBe(4);
  expect(
    await house.count(
      sql`select count(*)::int4 n from activities where title = ${TITLE} and on_day = '2027-01-24'`,
    ),
  ).toBe(1);
});

test("a fortnight before, one notice calls each deputy of the congress to all of it", async () => {
  await house.turn("2027-01-10 09:00");
  await house.city.person("李明").says("活动");
  const [called, more] = house.heard("李明", "session.called");
  expect(more).toBeUndefined();
  for (const piece of [TITLE, "1月24日(周日) 15:00 预备会议", "1月27日(周三) 09:00 全体会议"])
    expect(called?.text).toContain(piece);
  expect(house.heard("李明", "activity.invited")).toEqual([]);
  expect(
    await house.count(sql`select count(*)::int4 n from attendances t join activities a on a.id = t.activity_id
      join people p on p.id = t.person_id where p.name = '李明' and a.kind = 'plenary_sitting'`),
  ).toBe(2);
});

test("once called, a sitting moved by the plan is told to everybody once, but not asked of who is on leave", async () => {
  await house.city.person("王芳").says(`请假 ${await numberOf("congress_session")} 出差`);
  await house.city.person("何志远").says("准假 王芳");
  await house.city.person("何志远").taps("对,准假");
  const moved = [sitting(1, { kind: "预备会议", on: "2027-01-24", time: "15:00" }), ...SESSION.slice(1)];
  await send([
    ...moved.slice(0, 2),
    sitting(3, { kind: "代表团会议", time: "16:00" }),
    sitting(4, { on: "2027-01-27" }),
  ]);
  await office().says("对");
  await house.city.person("李明").says("活动");
  const changed = house.heard("李明", "activity.changed");
  expect(changed).toHaveLength(1);
  expect(changed[0]?.text).toContain("16:00");
  const [toldOnLeave, more] = house.heard("王芳", "activity.changed");
  expect(more).toBeUndefined();
  expect(toldOnLeave?.text).not.toContain("能不能来");
});

test("what the session is called stays once it has been told", async () => {
  const card = await send(SESSION.map((one) => ({ ...one, title: "改名会议" })));
  expect(card?.text).toContain("「会议名称」：这次会已经发过通知");
});

import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
afterEach(() => city.close());

const office = () => city.person("孙丽");
const other = () => city.person("何志远");
const inOrder = async (lines: readonly string[], by = office()): Promise<string> => {
  let last = "";
  for (const line of lines) last = (await by.says(line)).map((one) => one.text).join("\n");
  return last;
};
const CALL = "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月13日上午9点 全体会议";
const called = () => heardOf(city.person("李明"), "session.called").length;
const openHouse = async (): Promise<void> => {
  city = await openCity("2026-12-28T10:00:00+08:00");
};
const sessions = async (): Promise<readonly string[]> =>
  (
    await city.database.db.execute<{ number: string }>(sql`
      select number from activities where kind = 'congress_session' and starts_at > '2027-01-10' order by id`)
  ).map((row) => row.number);

/** Calls the session twice, as was possible once. */
async function callTwice(): Promise<void> {
  const shift = (days: number, since: string) =>
    city.database.db.execute(sql`update activities set starts_at = starts_at + make_interval(days => ${days}),
      on_day = on_day + ${days}::int4 where starts_at > ${since}::timestamptz`);
  await inOrder([CALL, "对"]);
  await shift(100, "2027-01-10");
  await inOrder([CALL, "对"]);
  await shift(-100, "2027-04-01");
}

async function missBoth(): Promise<void> {
  await openHouse();
  await callTwice();
  city.now = at("2027-01-13 18:00");
  const rows = await city.database.db.execute<{ number: string }>(sql`
    select number from activities where starts_at > '2027-01-10' order by kind = 'congress_session', id`);
  for (const { number } of rows) await inOrder([`到会 ${number} 除王芳外全到`, "对", `定稿 ${number}`, "对"]);
}

test("two of the staff call the same session: deputies are called once, and the second reads by whom", async () => {
  await openHouse();
  await office().says(CALL);
  await other().says(CALL);
  await other().says("对");
  expect(await inOrder(["对"])).toContain("何志远已经发布了");
  expect(await inOrder([CALL])).toContain("没有再发");
  await eventually(() => expect(called()).toBe(1));
  expect(await sessions()).toHaveLength(1);
});

test("a session on days of which one is taken is the same session; one on other days is another", async () => {
  await openHouse();
  await inOrder([CALL, "对"]);
  expect(await inOrder(["发布会议 乌当区第六次会议;1月13日下午3点 全体会议"])).toContain("已经发布了");
  await inOrder(["发布会议 乌当区第七次会议;1月20日上午9点 全体会议", "对"]);
  expect(await sessions()).toHaveLength(2);
});

test("two call the same session at the same instant through two processes: there is one", async () => {
  await openHouse();
  await city.another();
  await Promise.all([office().says(CALL), other().says(CALL)]);
  await Promise.all([office().says("对"), other().says("对"), office().says("对")]);
  await eventually(() => expect(called()).toBe(1));
  expect(await sessions()).toHaveLength(1);
});

test("a session that stands in the books twice and was missed is missed once: a warning, no case", async () => {
  await missBoth();
  const deputy = city.person("王芳");
  await eventually(() => expect(heardOf(deputy, "absence.warned")).toHaveLength(1));
  expect(heardOf(deputy, "absence.warned")[0]?.text).toContain("满2次，由代表资格审查委员会依法审查");
  expect(heardOf(deputy, "absence.struck")).toEqual([]);
  expect(heardOf(office(), "absence.case")).toEqual([]);
});

test("of two final registers of one session the office voids one, and only that", async () => {
  await missBoth();
  const [first = "", second = ""] = await sessions();
  expect(await inOrder([`取消活动 ${second} 重复登记`])).toContain("登记了两次");
  expect(await inOrder(["对"])).toContain("已作废");
  expect(await inOrder([`取消活动 ${first} 重复登记`])).toContain("已经定稿");
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from duty_records r join people p on p.id = r.person_id
    where p.name = '李明' and r.kind = 'congress_attend' and r.state = 'verified'`);
  expect(row?.n).toBe(1);
});

test("a group activity registered twice is voided by the office, not by the clerk, and the absence goes with it", async () => {
  city = await openCity();
  await city.database.db.execute(sql`
    with old as (select * from activities where number = '活-2026-002'),
    fresh as (insert into activities (number, org_id, kind, title, starts_at, on_day, created_at)
      select '活-2026-902', org_id, kind, title, starts_at, on_day, created_at from old returning id)
    insert into attendances (activity_id, mandate_id, person_id, answer, answered_at)
      select f.id, t.mandate_id, t.person_id, 'coming', o.created_at from fresh f, old o
      join attendances t on t.activity_id = o.id`);
  const clerk = city.person("刘敏");
  for (const [number, missing] of [
    ["活-2026-002", "王芳"],
    ["活-2026-902", "李明"],
  ] as const)
    await inOrder([`到会 ${number} 除${missing}外全到`, "对", `定稿 ${number}`, "对"], clerk);
  const deputy = city.person("李明");
  await eventually(() => expect(heardOf(deputy, "absence.warned")).toHaveLength(1));
  expect(await inOrder(["取消活动 活-2026-902 重复登记"], clerk)).toContain("已经定稿");
  expect(await inOrder(["取消活动 活-2026-902 重复登记", "对"])).toContain("已作废");
  await eventually(() => expect(heardOf(deputy, "absence.withdrawn")).toHaveLength(1));
});

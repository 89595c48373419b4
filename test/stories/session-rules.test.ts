import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callLate } from "#src/actions/mandates/call-late.ts";
import { BOUNDLESS } from "#src/kernel/allowance.ts";
import { type City, openCity } from "#test/support/city.ts";
import { heardOf } from "#test/support/overheard.ts";
import { readPolicy } from "#test/support/policy.ts";
import { testWorld } from "#test/support/world.ts";

// As in Meishan: two plenary or preparatory sittings missed, or four of the delegation, are the session missed once.
const MEISHAN = {
  attendance: {
    rules: {
      congress_session_unapproved: {
        converts: [
          { sittings: ["plenary_sitting", "preparatory_sitting"], times: 2 },
          { sittings: ["delegation_sitting"], times: 4 },
        ],
      },
    },
  },
};
const CALL =
  "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月12日下午2点半 代表团会议;1月13日上午9点 全体会议";

let city: City;
const office = () => city.person("孙丽");

/** Calls the session; numbers of the session itself and of its sittings, in order. */
async function callSession(): Promise<readonly string[]> {
  await office().says(CALL);
  await office().says("对");
  const rows = await city.database.db.execute<{ number: string }>(
    sql`select number from activities where starts_at >= '2027-01-12' order by session_id nulls first, starts_at`,
  );
  return rows.map((one) => one.number);
}

async function finalise(sitting: string, register: string): Promise<void> {
  await office().says(`到会 ${sitting} ${register}`);
  await office().says("对");
  await office().says(`定稿 ${sitting}`);
  await office().says("对");
}

describe("where two plenary sittings missed count as the session missed", () => {
  beforeAll(async () => {
    city = await openCity("2026-12-28T10:00:00+08:00", BOUNDLESS, () => [], { policy: readPolicy(MEISHAN) });
  });
  afterAll(() => city.close());

  test("the second one warns, the first and one of the delegation do not; put right, it is taken back", async () => {
    const [session = "", opening = "", delegation = "", closing = ""] = await callSession();
    await city.person("王芳").says(`参加 ${session}`);
    city.now = new Date("2027-01-13T18:00:00+08:00");
    await finalise(opening, "除王芳外全到");
    await finalise(delegation, "除王芳外全到");
    const warned = () => heardOf(city.person("王芳"), "absence.warned").length;
    expect(warned()).toBe(0);
    await finalise(closing, "除王芳外全到");
    expect(warned()).toBe(1);
    const told = heardOf(city.person("王芳"), "absence.warned")[0]?.text;
    expect(told).toContain("同一次会议缺席2次这样的会，算缺席这次会议1次");
    for (const number of [opening, closing]) expect(told).toContain(number);
    expect(told).not.toContain(delegation);
    await office().says(`改考勤 ${opening} 王芳 到会`);
    await office().says("对");
    expect(heardOf(city.person("王芳"), "absence.withdrawn")).toHaveLength(1);
  });
});

describe("a session that was called before somebody's mandate began", () => {
  beforeAll(async () => {
    city = await openCity("2026-12-28T10:00:00+08:00");
  });
  afterAll(() => city.close());

  const callsOf = async (name: string) => {
    const rows = await city.database.db.execute<{ number: string }>(sql`
      select a.number from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id
      where p.name = ${name} and a.starts_at >= '2027-01-12' order by a.number`);
    return rows.map((one) => one.number);
  };

  test("calls a district deputy elected meanwhile to it and all its sittings, by one notice", async () => {
    const all = await callSession();
    await office().says("补选 赵新 羊昌镇代表小组 1月5日");
    await office().says("对");
    expect(await callsOf("赵新")).toEqual([...all].sort());
    const notices = await city.database.db.execute<{ number: string }>(sql`
      select a.number from notices n join activities a on a.id = n.activity_id join mandates m on m.id = n.mandate_id
        join people p on p.id = m.person_id where p.name = '赵新' and a.starts_at >= '2027-01-12'
        and exists (select 1 from outbox o where o.key = n.outbox_key)`);
    expect(notices.map((one) => one.number)).toEqual([all[0]]);
  });

  test("calls no deputy of a township's congress, and nobody to what has begun", async () => {
    const { db } = city.database;
    await db.execute(sql`with p as (insert into people (name, created_at) values ('钱镇', now()) returning id)
      insert into mandates (person_id, level, term, valid_from, township_id)
      select p.id, 'township', '十八届', '2026-12-01', o.id from p, orgs o where o.name = '羊昌镇'`);
    const [row] = await db.execute<{ id: string }>(sql`select id::text from people where name = '钱镇'`);
    await db.transaction((tx) => callLate(tx, [Number(row?.id)], testWorld("2026-12-29T09:00:00+08:00")));
    expect(await callsOf("钱镇")).toEqual([]);
    await db.execute(sql`update mandates set level = 'district' where person_id = ${row?.id}::int8`);
    await db.transaction((tx) => callLate(tx, [Number(row?.id)], testWorld("2027-01-12T12:00:00+08:00")));
    expect(await callsOf("钱镇")).toHaveLength(2);
  });
});

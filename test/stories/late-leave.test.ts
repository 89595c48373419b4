import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) => heardOf(city.person(name), kind).length;
const statusOf = async (name: string, number: string) => {
  const [row] = await city.database.db.execute<{ status: string; corrected: boolean }>(sql`
    select t.status, t.corrected from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id where a.number = ${number} and p.name = ${name}`);
  return row;
};

/** An activity of the group whose register is final, with this person absent; its number. */
async function missed(name: string): Promise<string> {
  await clerk().says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  const [receipt] = await clerk().says("对");
  await city.person(name).says(`参加 ${receipt?.number}`);
  city.now = new Date("2026-11-28T12:00:00+08:00");
  await clerk().says(`到会 ${receipt?.number} 除${name}外全到`);
  await clerk().says("对");
  await clerk().says(`定稿 ${receipt?.number}`);
  await clerk().says("对");
  return receipt?.number ?? "";
}

describe("a deputy who was absent asks for leave after the register is final", () => {
  let number: string;
  beforeAll(async () => {
    city = await openCity("2026-11-20T10:00:00+08:00");
    number = await missed("杨秀英");
  });
  afterAll(() => city.close());

  test("she was warned, and it was her second absence: a case", () => {
    expect(heard("杨秀英", "absence.struck")).toBe(1);
    expect(heard("孙丽", "absence.case")).toBe(1);
  });

  test("the wish goes to who decides by the policy, marked as late, and blocks what follows", async () => {
    city.now = new Date("2026-11-30T10:00:00+08:00");
    const [answer] = await city.person("杨秀英").says(`请假 住院 ${number}`);
    expect(answer?.text).toContain("补假");
    const asked = heardOf(city.person("刘敏"), "activity.leave-asked").at(-1);
    expect(asked?.text).toContain("这是补假");
    expect(heard("孙丽", "absence.case-withdrawn")).toBe(1);
    // Nothing was put right yet.
    expect(heardOf(city.person("孙丽"), "absence.case-withdrawn").at(-1)?.text).toMatch(/补了假，等批/u);
  });

  test("refused, the absence counts as before", async () => {
    await clerk().says(`不准 杨秀英 ${number} 没有住院证明`);
    await clerk().says("对");
    expect(await statusOf("杨秀英", number)).toMatchObject({ status: "absent" });
    expect(heard("杨秀英", "absence.struck")).toBe(2);
  });

  test("granted at last, the attendance says leave, the case is gone, and she is told", async () => {
    city.now = new Date("2026-11-30T11:00:00+08:00");
    await city.person("杨秀英").says(`请假 住院,证明已交 ${number}`);
    await clerk().says(`准假 杨秀英 ${number}`);
    await clerk().says("对");
    expect(await statusOf("杨秀英", number)).toEqual({ status: "leave", corrected: true });
    const told = heardOf(city.person("杨秀英"), "activity.leave-decided").at(-1);
    expect(told?.text).toContain("考勤已从缺席改为请假");
    expect(heard("孙丽", "absence.case-withdrawn")).toBe(2);
    const [own] = await city.person("杨秀英").says("我的出勤");
    expect(own?.text).toContain("请假1");
    expect(own?.text).not.toContain(number);
  });

  test("who came cannot ask for leave from it, and after the policy's days nobody can", async () => {
    const [came] = await city.person("李明").says(`请假 住院 ${number}`);
    expect(came?.kind).not.toBe("activity.leave-sent");
    expect(await statusOf("李明", number)).toMatchObject({ status: "present" });
    city.now = new Date("2026-12-10T10:00:00+08:00");
    const leaves = await city.database.db.execute(sql`select 1 from leaves`);
    await city.person("李明").says(`请假 住院 ${number}`);
    expect(await city.database.db.execute(sql`select 1 from leaves`)).toHaveLength(leaves.length);
  });
});

describe("a session of the congress that is final", () => {
  beforeAll(async () => {
    city = await openCity("2026-12-28T10:00:00+08:00");
  });
  afterAll(() => city.close());

  test("follows its sittings, and what follows from that is shown before the yes", async () => {
    const office = city.person("孙丽");
    await office.says(
      "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月12日下午2点半 代表团会议",
    );
    await office.says("对");
    const rows = await city.database.db.execute<{ number: string }>(
      sql`select number from activities where starts_at >= '2027-01-12' order by session_id nulls first, starts_at`,
    );
    const [session = "", plenary = "", delegation = ""] = rows.map((one) => one.number);
    await city.person("王芳").says(`参加 ${session}`);
    city.now = new Date("2027-01-12T18:00:00+08:00");
    for (const sitting of [plenary, delegation]) {
      await office.says(`到会 ${sitting} 除王芳外全到`);
      await office.says("对");
      await office.says(`定稿 ${sitting}`);
      await office.says("对");
    }
    await office.says(`定稿 ${session}`);
    await office.says("对");
    expect(await statusOf("王芳", session)).toMatchObject({ status: "absent" });
    expect(heard("王芳", "absence.warned")).toBe(1);
    const [card] = await office.says(`改考勤 ${plenary} 王芳 到会`);
    expect(card?.text).toContain("之前的缺席提醒作废：王芳");
    await office.says("对");
    expect(await statusOf("王芳", session)).toEqual({ status: "present", corrected: true });
    const [back] = await office.says(`改考勤 ${plenary} 王芳 缺席`);
    expect(back?.text).toContain("会单独提醒(未经批准缺席)：王芳");
    city.now = new Date("2027-01-12T18:30:00+08:00");
    await office.says("对");
    expect(await statusOf("王芳", session)).toEqual({ status: "absent", corrected: true });
    await city.person("王芳").says(`请假 住院 ${session}`);
    await city.person("何志远").says(`准假 王芳 ${session}`);
    await city.person("何志远").says("对");
    for (const one of [session, plenary, delegation])
      expect(await statusOf("王芳", one)).toEqual({ status: "leave", corrected: true });
    expect(heard("王芳", "absence.withdrawn")).toBe(2);
  });
});

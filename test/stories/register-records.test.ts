import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const YESTERDAY = "活-2026-002";
const clerk = () => city.person("刘敏");
const tells = async (...lines: readonly string[]): Promise<void> => {
  for (const line of lines) await clerk().says(line);
};
const recordsOf = async (name: string): Promise<readonly string[]> => {
  const rows = await city.database.db.execute<{ record: string }>(sql`
    select r.source || ' ' || r.state as record from duty_records r join people p on p.id = r.person_id
    where p.name = ${name} and r.starts_on = (select on_day from activities where number = ${YESTERDAY}) order by r.id`);
  return rows.map((row) => row.record);
};

test("王芳 came, was put down as absent and put right again: her record stands verified by the register, as before", async () => {
  await tells(`到会 ${YESTERDAY} 全到`, "对", `定稿 ${YESTERDAY}`, "对");
  expect(await recordsOf("王芳")).toEqual(["activity verified"]);
  await tells(`改考勤 ${YESTERDAY} 王芳 缺席`, "对");
  expect(await recordsOf("王芳")).toEqual(["activity withdrawn"]);
  await tells(`改考勤 ${YESTERDAY} 王芳 到会`, "对");
  expect(await recordsOf("王芳")).toEqual(["activity verified"]);
});

test("what she took back herself stays taken back, and the register makes a record of its own", async () => {
  await tells(`到会 ${YESTERDAY} 全到`, "对", `定稿 ${YESTERDAY}`, "对");
  await city.database.db.execute(sql`update duty_records set source = 'chat', state = 'withdrawn'
    where activity_id = (select id from activities where number = ${YESTERDAY})
      and person_id = (select id from people where name = '王芳')`);
  await tells(`改考勤 ${YESTERDAY} 王芳 缺席`, "对", `改考勤 ${YESTERDAY} 王芳 到会`, "对");
  expect(await recordsOf("王芳")).toEqual(["chat withdrawn", "activity verified"]);
});

test("王芳 tells of what the register has made a record of, by another name: she is asked, and it is not doubled", async () => {
  await tells(`到会 ${YESTERDAY} 全到`, "对", `定稿 ${YESTERDAY}`, "对");
  const wangfang = city.person("王芳");
  await wangfang.says("昨天参加了羊昌镇代表小组活动");
  const [asked] = await wangfang.says("对");
  expect(asked?.kind).toBe("sure.similar");
  await wangfang.says("不用了");
  expect(await recordsOf("王芳")).toEqual(["activity verified"]);
});

test("so is a clerk who tells of it on her behalf", async () => {
  await tells(
    `到会 ${YESTERDAY} 全到`,
    "对",
    `定稿 ${YESTERDAY}`,
    "对",
    "代报 王芳 昨天参加了羊昌镇代表小组活动",
  );
  expect((await clerk().says("对"))[0]?.kind).toBe("sure.similar");
});

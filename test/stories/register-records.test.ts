import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

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

const FINAL = ["定稿 活-2026-002", "对"] as const;
const heard = (name: string, kind: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind)?.text,
  );
const reports = async (name: string, said = "昨天我参加了小组活动"): Promise<string | undefined> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.kind;
};

test("李明's own report of the activity is verified by its register, and is no second record", async () => {
  await reports("李明");
  await tells(`到会 ${YESTERDAY} 全到`, "对", ...FINAL);
  expect(await recordsOf("李明")).toEqual(["chat verified"]);
});

test("put down as absent later, it does not count any more, he is told of it, and it comes back with him", async () => {
  await reports("李明");
  await tells(`到会 ${YESTERDAY} 全到`, "对", ...FINAL, `改考勤 ${YESTERDAY} 李明 缺席`, "对");
  expect(await recordsOf("李明")).toEqual(["chat withdrawn"]);
  expect(await heard("李明", "attendance.own-out")).toMatch(/登记的是：缺席.*异议/s);
  await tells(`改考勤 ${YESTERDAY} 李明 到会`, "对");
  expect(await recordsOf("李明")).toEqual(["chat verified"]);
});

test("what he reported before a register that says that he was absent does not count, and he is told", async () => {
  await reports("李明");
  await reports("王芳", "昨天走访黄连村3户");
  await tells(`到会 ${YESTERDAY} 除李明、王芳外全到`, "对", ...FINAL);
  expect(await recordsOf("李明")).toEqual(["chat withdrawn"]);
  expect(await heard("李明", "attendance.own-out")).toContain("另外一次");
  expect(await recordsOf("王芳")).toEqual(["chat confirmed"]);
});

test.each(["昨天上午我参加了镇里的小组活动", "昨天去开了小组会", "昨天的代表小组学习我也去了"])(
  "whoever is absent by the register and says %s is told so, and nothing is filed without a word",
  async (said) => {
    await tells(`到会 ${YESTERDAY} 除杨秀英外全到`, "对", ...FINAL);
    const [card] = await city.person("杨秀英").says(said);
    expect(card?.kind).toBe("report.card");
    const [asked] = await city.person("杨秀英").says("对");
    expect(asked?.kind).toBe("sure.away");
    expect(asked?.text).toMatch(/登记的是：缺席.*异议 活-2026-002/s);
    await city.person("杨秀英").says("不记了");
    expect(await recordsOf("杨秀英")).toEqual([]);
  },
);

test("another one on the same day is filed once she says so; a visit of that day is not asked about", async () => {
  await tells(`到会 ${YESTERDAY} 除杨秀英外全到`, "对", ...FINAL);
  expect(await reports("杨秀英", "昨天走访甘庄村3户")).toBe("report.filed");
  expect(await reports("杨秀英")).toBe("sure.away");
  expect((await city.person("杨秀英").taps("是另一次,记下来"))[0]?.kind).toBe("report.filed");
  expect(await recordsOf("杨秀英")).toEqual(["chat confirmed", "chat confirmed"]);
});

test("a clerk who reports it for her hears how the register is put right", async () => {
  await tells(`到会 ${YESTERDAY} 除杨秀英外全到`, "对", ...FINAL, "代报 杨秀英 昨天参加了小组活动");
  expect((await clerk().says("对"))[0]?.text).toContain("改考勤 活-2026-002 杨秀英 到会");
});

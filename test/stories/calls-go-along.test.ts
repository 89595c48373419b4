import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { takeRoster } from "#test/support/take-roster.ts";

// What somebody was called to, answered and excused from goes along when the seat gets a new row on the roster.
let city: City;
afterEach(() => city.close());

const office = () => city.person("孙丽");
const clerk = () => city.person("刘敏");
const heard = (name: string, said: string) => answerTo(city.person(name), said);
const says = async (who: ReturnType<typeof office>, said: string) => {
  await who.says(said);
  return who.says("对");
};
const finalise = async (who: ReturnType<typeof office>, number: string, register: string) => {
  await says(who, `到会 ${number} ${register}`);
  await says(who, `定稿 ${number}`);
};
const warnings = (name: string) => heardOf(city.person(name), "absence.warned").length;
const invitations = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => ["activity.invited", "session.called"].includes(one.kind)).length;

describe("a session in January", () => {
  const numbers: string[] = [];
  beforeEach(async () => {
    city = await openCity("2026-12-28T10:00:00+08:00");
    await says(
      office(),
      "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月13日上午9点 全体会议",
    );
    const rows = await city.database.db.execute<{ number: string }>(
      sql`select number from activities where starts_at >= '2027-01-12' order by session_id nulls first, starts_at`,
    );
    numbers.splice(0, 9, ...rows.map((one) => one.number));
  });
  const MOVE = "李明从羊昌镇代表小组调到东风镇代表小组,自1月5日";
  const holdSession = async () => {
    const [session = "", ...sittings] = numbers;
    city.now = new Date("2027-01-13T18:00:00+08:00");
    for (const one of sittings) await finalise(office(), one, "除李明外全到");
    await says(office(), `定稿 ${session}`);
  };

  test("is one from which a deputy stays on leave who is transferred before it", async () => {
    const [session = ""] = numbers;
    await city.person("李明").says(`请假 ${session} 住院`);
    await says(city.person("何志远"), `准假 李明 ${session}`);
    const before = invitations("李明");
    await says(office(), MOVE);
    expect(invitations("李明")).toBe(before);
    await holdSession();
    expect(warnings("李明")).toBe(0);
    expect(await heard("李明", "我的出勤")).toContain("请假2、缺席0");
  });

  test("leaves a wish that waits where it can be granted: after the transfer it counts", async () => {
    const [session = ""] = numbers;
    await city.person("李明").says(`请假 ${session} 住院`);
    await says(office(), MOVE);
    await says(city.person("何志远"), `准假 李明 ${session}`);
    await holdSession();
    expect(warnings("李明")).toBe(0);
  });

  test("knows after the transfer that the deputy was told and what he answered, and after its undoing, too", async () => {
    const [session = "", first = ""] = numbers;
    await city.person("李明").says(`参加 ${session}`);
    const before = await heard("孙丽", `查看 ${first}`);
    await says(office(), MOVE);
    expect(await heard("孙丽", `查看 ${first}`)).toBe(before);
    await says(office(), "撤销变动 李明");
    expect(await heard("孙丽", `查看 ${first}`)).toBe(before);
    expect(invitations("李明")).toBe(1);
  });

  test("that has begun under one seat goes on under the next", async () => {
    const [session = ""] = numbers;
    await city.person("李明").says(`请假 ${session} 住院`);
    await says(city.person("何志远"), `准假 李明 ${session}`);
    await says(office(), "李明从羊昌镇代表小组调到东风镇代表小组,自1月13日");
    expect(invitations("李明")).toBe(1);
    await holdSession();
    expect(warnings("李明")).toBe(0);
  });
});

describe("a group's activity after a new term has begun", () => {
  let number = "";
  beforeEach(async () => {
    city = await openCity("2026-11-10T10:00:00+08:00");
    const [done] = await says(
      clerk(),
      "发布活动 11月25日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场",
    );
    number = done?.number ?? "";
    await city.person("李明").says(`请假 ${number} 出差`);
    await says(clerk(), `准假 李明 ${number}`);
    await city.person("王芳").says(`参加 ${number}`);
  });

  test("keeps the leave and the answers of those who go on, and calls nobody twice", async () => {
    const before = await heard("刘敏", `查看 ${number}`);
    await says(office(), "换届 十九届 11月16日 全部连任");
    expect(await heard("刘敏", `查看 ${number}`)).toBe(before);
    expect(invitations("李明")).toBe(1);
    city.now = new Date("2026-11-25T18:00:00+08:00");
    await finalise(clerk(), number, "除李明外全到");
    expect(warnings("李明")).toBe(0);
  });

  test("and what was reported since are the new term's where that is registered late, which the card counts", async () => {
    city.now = new Date("2026-11-24T10:00:00+08:00");
    await says(city.person("李明"), "11月20日走访黄连村9户");
    await says(city.person("李明"), "11月14日走访黄连村4户");
    const [card] = await office().says("换届 十九届 11月16日 全部连任");
    expect(card?.text).toContain("已有1条履职记录");
    await office().says("对");
    const filed = () =>
      city.database.db.execute(sql`select r.starts_on::text "on", m.term from duty_records r
        join mandates m on m.id = r.mandate_id join people p on p.id = m.person_id
        where p.name = '李明' and r.starts_on >= '2026-11-14' order by r.starts_on`);
    expect(await filed()).toMatchObject([{ term: "第十八届" }, { term: "第十九届" }]);
    await says(office(), "撤销变动");
    expect(await filed()).toMatchObject([{ term: "第十八届" }, { term: "第十八届" }]);
  });

  test("is as it was when the new term was registered by mistake and is undone", async () => {
    const before = await heard("刘敏", `查看 ${number}`);
    await says(office(), "换届 十九届 11月16日 全部连任");
    await says(office(), "撤销变动");
    expect(await heard("刘敏", `查看 ${number}`)).toBe(before);
    city.now = new Date("2026-11-25T18:00:00+08:00");
    await finalise(clerk(), number, "除李明外全到");
    expect(warnings("李明")).toBe(0);
  });
});

describe("a roster that comes as a file", () => {
  let number = "";
  beforeEach(async () => {
    city = await openCity("2026-11-25T10:00:00+08:00");
    const [done] = await says(office(), "发布活动 12月10日上午9点 乌当区 视察 地点区政府 内容视察");
    number = done?.number ?? "";
    await city.person("李明").says(`请假 ${number} 出差`);
    await says(office(), `准假 李明 ${number}`);
  });
  const SEAT = { name: "李明", level: "区", term: "第十八届", from: "2021-12-20", status: "在任" } as const;
  const HERE = { group: "羊昌镇代表小组", township: "羊昌镇", station: "羊昌镇代表联络站" } as const;
  const THERE = { group: "东风镇代表小组", township: "东风镇" } as const;

  test.for([
    ["a transfer", { term: "第十八届", ...THERE, from: "2026-12-01" }, "新增调入:李明"],
    ["a new term", { term: "第十九届", ...HERE, from: "2026-12-01" }, "新增新一届:李明"],
  ] as const)("keeps the leave of a deputy through %s", async ([, next, shown]) => {
    const { db } = city.database;
    const mandates = [
      { ...SEAT, ...HERE, to: "2026-11-30" },
      { ...SEAT, ...next },
    ];
    expect((await takeRoster(db, createVault(TEST_KEY), { mandates }, true)).join("\n")).toContain(shown);
    expect(await heard("孙丽", `查看 ${number}`)).toContain("请假1");
    city.now = new Date("2026-12-10T18:00:00+08:00");
    await finalise(office(), number, "除李明外全到");
    expect(await heard("李明", "我的出勤")).toContain("请假1、缺席0");
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTES_SHEETS } from "#src/domain/attendance/minutes-sheet.ts";
import type { WrittenCell } from "#src/domain/roster/sheet-file.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { BOUNDLESS } from "#src/kernel/allowance.ts";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { heardOf } from "#test/support/overheard.ts";

const RULE = { attendance: { minimum_share: { parts: 2, of: 3 } } };
let city: City;
const clerk = () => city.person("刘敏");

/** An activity of the group of 羊昌镇 that was announced, answered and has begun; its number. */
async function begun(): Promise<string> {
  await clerk().says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  const [receipt] = await clerk().says("对");
  for (const name of ["李明", "王芳", "陈建国", "杨秀英", "罗文军"])
    await city.person(name).says(`参加 ${receipt?.number}`);
  city.now = new Date("2026-11-28T12:00:00+08:00");
  return receipt?.number ?? "";
}

const statusOf = async (name: string, number: string) => {
  const [row] = await city.database.db.execute<{
    status: string;
    minutes: number | null;
    record: boolean;
  }>(sql`
    select t.status, t.minutes, t.record_id is not null record from attendances t
      join people p on p.id = t.person_id join activities a on a.id = t.activity_id
    where a.number = ${number} and p.name = ${name}`);
  return row;
};

describe("a clerk types a paper list of who was there for how long, where less than two thirds is absent", () => {
  let number: string;
  beforeAll(async () => {
    city = await openCity("2026-11-20T10:00:00+08:00", BOUNDLESS, () => [], { policy: readPolicy(RULE) });
    number = await begun();
  });
  afterAll(() => city.close());

  test("without how long it lasted nothing is written", async () => {
    const [answer] = await clerk().says(`到会时间 ${number} 李明90 王芳50`);
    expect(answer?.text).toContain("没说一共开了多长时间");
  });

  test("nobody can have been there longer than it lasted", async () => {
    const [answer] = await clerk().says(`到会时间 ${number} 共90分钟 李明95`);
    expect(answer?.text).toContain("比会还长");
  });

  test("it is read back with times, who was late, and whom the rule makes absent", async () => {
    const [card] = await clerk().says(
      `到会时间表 ${number} 共90分钟\n李明 90\n王芳 50分钟\n陈建国 9:25-10:30\n杨秀英 9:00-10:10\n罗文军 60`,
    );
    for (const piece of [
      "迟到1人：陈建国",
      "早退1人：杨秀英",
      "共90分钟",
      "李明90、王芳50、陈建国65、杨秀英70、罗文军60",
      "不足三分之二，定稿时按缺席：王芳50分钟",
    ])
      expect(card?.text).toContain(piece);
    await clerk().says("对");
    expect(await statusOf("王芳", number)).toEqual({ status: "present", minutes: 50, record: false });
  });

  test("the register becomes final only after that was seen; sixty of ninety minutes are enough", async () => {
    const [card] = await clerk().says(`定稿 ${number}`);
    expect(card?.text).toContain("缺席1人：王芳");
    expect(card?.text).toContain("会单独提醒(未经批准缺席)：王芳");
    await clerk().says("对");
    expect(await statusOf("王芳", number)).toEqual({ status: "absent", minutes: 50, record: false });
    expect(await statusOf("罗文军", number)).toEqual({ status: "present", minutes: 60, record: true });
    expect(await statusOf("陈建国", number)).toEqual({ status: "late", minutes: 65, record: true });
    expect(heardOf(city.person("王芳"), "absence.warned")).toHaveLength(1);
  });

  test("为什么 tells the minutes and the rule, to the deputy and to staff", async () => {
    await city.person("王芳").says("我的出勤");
    const [why] = await city.person("王芳").says("为什么");
    expect(why?.text).toContain("到会50分钟，共90分钟，不足三分之二按缺席");
    const [list] = await clerk().says("缺席 今年");
    expect(list?.text).toContain("到会50分钟，共90分钟");
  });

  test("staff may say otherwise afterwards: the record comes, the warning is taken back", async () => {
    await clerk().says(`改考勤 ${number} 王芳 到会`);
    await clerk().says("对");
    expect(await statusOf("王芳", number)).toEqual({ status: "present", minutes: null, record: true });
    expect(heardOf(city.person("王芳"), "absence.withdrawn")).toHaveLength(1);
  });
});

describe("a clerk sends the list as a workbook", () => {
  let number: string;
  const head = Object.values(MINUTES_SHEETS.minutes.columns).map((one) => one.head);
  const book = (...rows: readonly (readonly WrittenCell[])[]) =>
    writeSheets([{ name: MINUTES_SHEETS.minutes.name, head, rows, widths: [] }]);
  beforeAll(async () => {
    city = await openCity("2026-11-20T10:00:00+08:00", BOUNDLESS, () => [], { policy: readPolicy(RULE) });
    number = await begun();
  });
  afterAll(() => city.close());

  test("an empty one to fill in comes first", async () => {
    const [answer] = await clerk().says("到会时间表");
    expect(answer?.attachments[0]?.name).toBe("到会时间模板.xlsx");
  });

  test("every bad cell is named, and nothing is written", async () => {
    const bad = await book(
      ["李明", null, "很久", null, number, 90],
      ["王芳", null, null, "走了", null, 80],
      ["陈建国", null, null, null, null, null],
    );
    const [answer] = await clerk().sends("到会.xlsx", bad);
    for (const piece of ["第2行「到会分钟」", "第3行「情况」", "第3行「总分钟」", "第4行「到会分钟」"])
      expect(answer?.text).toContain(piece);
    expect(await statusOf("李明", number)).toMatchObject({ status: "expected" });
  });

  test("it is read back and written after the yes, like one that was typed", async () => {
    const good = await book(
      ["李明", null, 90, null, number, 90],
      ["王芳", null, 59, "早退", null, null],
      ["陈建国", null, null, "请假", null, null],
      ["杨秀英", null, 0, null, null, null],
      ["罗文军", null, 60, null, null, null],
    );
    const [card] = await clerk().sends("到会.xlsx", good);
    expect(card?.text).toContain("李明90、王芳59、罗文军60");
    expect(card?.text).toContain("不足三分之二，定稿时按缺席：王芳59分钟");
    await clerk().says("对");
    expect(await statusOf("王芳", number)).toEqual({ status: "left_early", minutes: 59, record: false });
    expect(await statusOf("杨秀英", number)).toEqual({ status: "absent", minutes: null, record: false });
    expect(await statusOf("陈建国", number)).toEqual({ status: "leave", minutes: null, record: false });
  });
});

describe("where the policy has no such rule", () => {
  beforeAll(async () => {
    city = await openCity("2026-11-20T10:00:00+08:00");
  });
  afterAll(() => city.close());

  test("times are kept, and nobody is absent by them", async () => {
    const number = await begun();
    await clerk().says(`到会时间 ${number} 共1.5小时 李明90 王芳20 其余全到`);
    await clerk().says("对");
    const [card] = await clerk().says(`定稿 ${number}`);
    expect(card?.text).not.toMatch(/缺席\d人/u);
    await clerk().says("对");
    expect(await statusOf("王芳", number)).toEqual({ status: "present", minutes: 20, record: true });
    expect(await statusOf("罗文军", number)).toEqual({ status: "present", minutes: null, record: true });
  });
});

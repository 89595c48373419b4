import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy: li, report } = reportingCity("李明");
const hours = (n: number): void => {
  city().now = new Date(city().now.getTime() + n * 3_600_000);
};

describe("what was taken back by mistake", () => {
  test.each(["撤错了,恢复一下", "刚才撤错了", "恢复刚才撤销的那条", "撤销错了,帮我找回来", "恢复"])(
    "is shown at %s and stands again after a yes",
    async (said) => {
      const number = await report("昨天走访黄连村12户,群众反映村口路灯不亮");
      await li().says("撤销");
      const [asked] = await li().says(said);
      expect(asked?.kind).toBe("sure.restore");
      for (const piece of [number, "黄连村", "意-2026"]) expect(asked?.text).toContain(piece);
      expect((await li().says("我的履职"))[0]?.text).not.toContain("走访群众1次");
      expect((await li().taps("对,恢复"))[0]?.kind).toBe("reopen.restored");
      expect((await li().says("我的履职"))[0]?.text).toContain("走访群众1次");
      expect((await li().says("我的意见"))[0]?.text).toContain("路灯");
      const trace = await city().database.db.execute(sql`
        select before, after from record_changes where field = 'state'`);
      expect([...trace]).toEqual([{ before: "withdrawn", after: "confirmed" }]);
    },
  );

  test("is what its number says, and what was taken back last where none is said", async () => {
    const first = await report("昨天走访黄连村12户");
    const last = await report("前天接待选民3人");
    await li().says(`撤销 ${first}`);
    hours(1);
    await li().says(`撤销 ${last}`);
    expect((await li().says("撤错了,恢复一下"))[0]?.text).toContain(last);
    await li().taps("不用了");
    expect((await li().says(`恢复 ${first}`))[0]?.text).toContain(first);
    await li().taps("对,恢复");
    expect((await li().says("我的履职"))[0]?.text).not.toContain("3人");
  });

  test("is said to stand twice where it was told again meanwhile", async () => {
    await report("昨天走访黄连村12户");
    await li().says("撤销");
    const again = await report("昨天走访黄连村12户");
    expect((await li().says("撤错了,恢复一下"))[0]?.text).toContain(`已经有一样的 ${again}`);
  });

  describe("of a day with a register", () => {
    const tells = async (...lines: readonly string[]): Promise<void> => {
      for (const line of lines) await city().person("刘敏").says(line);
    };

    test("is shown with what the register says, where that denies it", async () => {
      await report("昨天我参加了小组活动");
      await li().says("撤销");
      await tells("到会 活-2026-002 除李明外全到", "对", "定稿 活-2026-002", "对");
      const [asked] = await li().says("撤错了,恢复一下");
      expect(asked?.kind).toBe("sure.restore");
      expect(asked?.text).toMatch(/活-2026-002.*登记的是：缺席.*异议 活-2026-002/s);
      expect((await li().taps("对,恢复"))[0]?.kind).toBe("reopen.restored");
    });

    test("is said to stand twice beside the register's own record, under whatever place that is", async () => {
      await report("昨天我在黄连村参加了小组活动");
      await li().says("撤销");
      await tells("到会 活-2026-002 全到", "对", "定稿 活-2026-002", "对");
      const [row] = await city().database.db.execute<{ number: string }>(sql`
        select r.number from duty_records r join people p on p.id = r.person_id
        where p.name = '李明' and r.source = 'activity'`);
      const [asked] = await li().says("撤错了,恢复一下");
      expect(asked?.text).toContain(`已经有一样的 ${row?.number}`);
      expect(asked?.text).not.toContain("登记的是");
    });
  });

  test("asks those it names again, and tells whoever heard that it was gone", async () => {
    const number = await report("昨天和王芳、陈建国走访黄连村12户");
    await city().person("王芳").taps("对,我也在");
    hours(30);
    await li().says(`撤销 ${number}`);
    await li().says("撤错了,恢复一下");
    const [done] = await li().taps("对,恢复");
    expect(done?.text).toContain("告诉镇街工作人员");
    const told = (name: string) => city().person(name).heard().at(-1)?.text;
    expect(told("王芳")).toContain(`${number}恢复了`);
    expect(told("陈建国")).toContain(number);
    expect(city().person("陈建国").heard().at(-1)?.kind).toBe("report.companion");
    expect(told("刘敏")).toContain(`恢复了${number}`);
  });

  test("has been spoken on where staff entered it, and each whom it names is asked once", async () => {
    await city().person("刘敏").says("代报 李明 昨天和王芳走访黄连村12户");
    const number = (await city().person("刘敏").says("对"))[0]?.number ?? "";
    await li().says(`撤销 ${number}`);
    await li().says(`恢复 ${number}`);
    await li().taps("对,恢复");
    const [row] = await city().database.db.execute<{ spoken: boolean }>(
      sql`select acknowledged_at is not null spoken from duty_records where number = ${number}`,
    );
    expect(row?.spoken).toBe(true);
    const asked = city().person("王芳").heard();
    expect(asked.filter((one) => one.kind === "report.companion")).toHaveLength(1);
  });

  test("is nobody else's", async () => {
    const number = await report("昨天走访黄连村12户");
    await li().says("撤销");
    expect((await city().person("王芳").says(`恢复 ${number}`))[0]?.kind).toBe("report.refused");
  });

  test("stands again on 2 January where it is of December, and staff hear of it", async () => {
    city().now = new Date("2026-12-30T09:00:00+08:00");
    const number = await report("昨天走访黄连村12户");
    city().now = new Date("2027-01-02T09:00:00+08:00");
    await li().says(`撤销 ${number}`);
    expect((await li().says("撤错了,恢复一下"))[0]?.kind).toBe("sure.restore");
    expect((await li().taps("对,恢复"))[0]?.text).toContain("告诉镇街工作人员");
    expect(city().person("刘敏").heard().at(-1)?.text).toContain(`恢复了${number}`);
  });

  test("is not an older one, where something else was taken back since", async () => {
    await report("昨天走访黄连村12户");
    await li().says("撤销");
    hours(1);
    await li().says("群众反映村口路灯不亮");
    await li().says("对");
    await li().says("撤销");
    expect((await li().says("撤错了,恢复一下"))[0]?.kind).toBe("report.refused");
  });
});

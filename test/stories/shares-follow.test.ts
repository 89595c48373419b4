import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { visitTogether } from "#test/support/visit-together.ts";

const { city, says, later, told, visit } = visitTogether();
const figure = async (): Promise<string> => (await says("刘敏", "统计 羊昌镇 走访 今年"))?.text ?? "";
const shares = () =>
  city().database.db.execute<{ starts_on: string; place: string; counts: unknown }>(
    sql`select starts_on::text, place, counts from duty_records where shared_from is not null order by id`,
  );

describe("a visit that two companions have a share of", () => {
  beforeEach(visit);

  test.each(["地点不对,是黄连村五组", "时间不对,是前天", "不对,是慰问"])(
    "stays one occasion after %s",
    async (said) => {
      await says("李明", said);
      const text = (await says("刘敏", "统计 羊昌镇 今年"))?.text;
      expect(text).toContain("1次");
      expect(text).toContain("9户");
      expect(text).toContain("3位代表");
    },
  );

  test("has the number that its owner corrected it to, in the shares too", async () => {
    await says("李明", "不对,是7户");
    expect(await figure()).toContain("7户");
  });

  test("tells each companion what it said, what it says, and that the share says so too", async () => {
    await says("李明", "地点不对,是黄连村五组");
    const words = await told("王芳", "share.origin-changed");
    expect(words).toMatch(/原来：.*黄连村 9户\n现在：.*黄连村五组 9户/);
    expect(words).toContain("跟着改了");
  });

  test("leaves alone what a companion told otherwise, keeps the place one occasion, and says so to the clerk", async () => {
    await says("王芳", "地点不对,是黄连村三组");
    expect(await figure()).toContain("1次");
    later();
    await says("李明", "地点不对,是黄连村五组");
    expect(await told("王芳", "share.origin-changed")).toContain("没有跟着改");
    expect(await told("刘敏", "share.left-over")).toContain("没有跟着改");
    expect((await shares()).map((one) => one.place)).toEqual(["黄连村三组", "黄连村五组"]);
    expect(await figure()).toContain("1次");
  });
});

describe("a companion who puts his or her own share right", () => {
  beforeEach(visit);

  test("makes another day of it: the colleague and the clerk hear that it may count twice", async () => {
    await says("王芳", "时间不对,是前天");
    const words = await told("李明", "share.origin-changed");
    expect(words).toContain("王芳代表的履-2026-00002改过了");
    expect(words).toMatch(/原来：.*9月15日.*\n现在：.*9月14日/);
    expect(words).toContain("您那份履-2026-00001没有跟着改");
    const warned = await told("刘敏", "share.left-over");
    expect(warned).toContain("李明代表那份履-2026-00001没有跟着改，可能算成两次");
  });

  test("and the colleague's tap makes it one occasion again, of which all hear", async () => {
    await says("王芳", "时间不对,是前天");
    await told("李明", "share.origin-changed");
    later();
    const [amended] = await city().person("李明").taps("我那份也这样改");
    expect(amended?.kind).toBe("report.amended");
    expect(await told("王芳", "share.origin-changed")).toContain("本来就是这样，还是同一次");
    expect(await told("陈建国", "share.origin-changed")).toContain("跟着改了，还是同一次");
    const days = (await shares()).map((one) => one.starts_on);
    expect(days).toEqual(["2026-09-14", "2026-09-14"]);
    expect(await figure()).toContain("1次");
    const warnings = city()
      .person("刘敏")
      .heard()
      .filter((one) => one.kind === "share.left-over");
    expect(warnings).toHaveLength(1);
  });

  test("in its number is told to the colleague, and no clerk is troubled: it stays one occasion", async () => {
    await says("王芳", "不对,是7户");
    expect(await told("李明", "share.origin-changed")).toContain("没有跟着改");
    expect(await figure()).toContain("1次");
    expect(
      city()
        .person("刘敏")
        .heard()
        .filter((one) => one.kind === "share.left-over"),
    ).toEqual([]);
  });

  test("back to what it was is told as alike", async () => {
    await says("王芳", "时间不对,是前天");
    later();
    await says("王芳", "时间不对,是昨天");
    expect(await told("李明", "share.origin-changed", "本来就是这样")).toContain("还是同一次");
  });

  test("tells nobody of a record that nobody else has part in", async () => {
    await says("王芳", "昨天走访甘庄村3户");
    await says("王芳", "对");
    await says("王芳", "时间不对,是前天");
    expect(
      city()
        .person("李明")
        .heard()
        .filter((one) => one.kind === "share.origin-changed"),
    ).toEqual([]);
  });
});

test("who was named and has not answered is asked once more about the day that it is now", async () => {
  await says("李明", "昨天和王芳走访黄连村9户");
  await says("李明", "对");
  await told("王芳", "report.companion");
  later();
  await says("李明", "地点不对,是黄连村五组");
  expect(await told("王芳", "report.companion", "五组")).toContain("9户");
});

test("a companion's own record stays one with the one he or she said yes to", async () => {
  await says("王芳", "昨天走访黄连村寨上9户");
  await says("王芳", "对");
  await says("李明", "昨天和王芳走访黄连村9户");
  await says("李明", "对");
  await told("王芳", "report.companion");
  await city().person("王芳").taps("对,我也在");
  expect(await figure()).toContain("1次");
  later();
  await says("李明", "地点不对,是黄连村五组");
  expect(await figure()).toContain("1次");
});

test("a companion's own record that he or she said yes with is told of like a share", async () => {
  await says("王芳", "昨天走访黄连村寨上9户");
  await says("王芳", "对");
  await says("李明", "昨天和王芳走访黄连村9户");
  await says("李明", "对");
  await told("王芳", "report.companion");
  await city().person("王芳").taps("对,我也在");
  later();
  await says("王芳", "不对,是慰问");
  expect(await told("李明", "share.origin-changed")).toContain("没有跟着改");
  expect(await told("刘敏", "share.left-over")).toContain("可能算成两次");
});

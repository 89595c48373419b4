import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// What is said beside the thing itself: of a call that is still to be made, of paper that is asked about, of an activity
// that goes on as planned, of leave where none was asked for.
const AHEAD = "活-2026-003";
let city: City;
const clerk = () => city.person("刘敏");

describe("a call", () => {
  beforeAll(async () => {
    warmReader();
    city = await openCity("2026-09-16T09:00:00+08:00");
    await city.database.db.execute(sql`delete from notices`);
    await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
  });
  afterAll(() => city.close());
  beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

  test.each([
    "明天电话通知王芳",
    "请电话通知王芳",
    "麻烦帮我通知到王芳",
    "23号的会等下再电话通知王芳",
    "还没有电话通知王芳",
    "23号的会要书面通知王芳",
    "马上打电话通知王芳",
    "23号的会记得通知到王芳",
    "不用电话通知王芳",
  ])("that is still to be made is no notice: %s", async (said) => {
    await clerk().says(AHEAD);
    expect(await answerTo(clerk(), said)).not.toContain("已记下");
    expect(await answerTo(clerk(), AHEAD)).toMatch(/还没有通知到的记录：.*王芳/u);
  });

  test.each([
    [`${AHEAD} 已电话通知罗文军,电话里答应来`, "罗文军"],
    ["23号的会已经电话通知陈建国", "陈建国"],
    ["23号的活动电话通知到李明了", "李明"],
  ])("that was made is one: %s", async (said, name) => {
    expect(await answerTo(clerk(), said)).toContain(`已记下电话通知：${name}`);
  });

  test("says nothing of whether a deputy comes", async () => {
    const told = await answerTo(clerk(), "23号的会已电话通知杨秀英,电话里答应来");
    expect(told).toContain("没有替他回");
    expect(await answerTo(clerk(), AHEAD)).toMatch(/没回5人：.*杨秀英/u);
  });

  test.each(["照常开", "照常举行", "不取消了", "还是照原来的开"])(
    "to an activity that was never off: it is shown where %s",
    async (words) => {
      const told = await answerTo(clerk(), `${AHEAD}${words}`);
      expect(told).toContain(AHEAD);
      expect(told).not.toContain("取消了");
    },
  );

  test("is answered with leave, and only leave that was asked for stands", async () => {
    const wang = city.person("王芳");
    expect(await answerTo(wang, "说错了,是23号请假,家里老人住院")).not.toContain("前面请的假");
    expect(await answerTo(wang, "说错了,是23号请假,家里老人住院")).toContain("前面请的假没有动");
  });
});

describe("paper", () => {
  beforeAll(async () => {
    city = await openCity("2026-12-09T09:00:00+08:00");
    await runAt(city.database.db, "deadline-reminders", at("2026-12-09 09:00"));
  });
  afterAll(() => city.close());

  test.each([
    "自评交纸质的行不行",
    "述职报告交纸质的还是电子的",
    "年度报告交打印的给谁",
    "昨天送了书面报告给水务局",
    "自评交纸质的就行了",
    "自评交纸质的",
    "自评昨天说的交纸质的几份",
  ])("is told to nobody who takes reports where nothing was handed in: %s", async (said) => {
    expect(await answerTo(city.person("王芳"), said)).not.toContain("还没有算交上");
    expect(heardOf(clerk(), "obligation.said-on-paper")).toEqual([]);
  });

  test.each(["自评交纸质的行不行", "年度报告交打印的给谁", "自评交纸质的还是电子的"])(
    "that is asked about is answered: %s",
    async (said) => {
      expect(await answerTo(city.person("王芳"), said)).toContain("收");
    },
  );

  test.each([
    "自评我昨天交的纸质的",
    "我的自评已经交了纸质版给刘敏",
    "昨天交了纸质的自评",
    "自评的纸质版我交上去了",
  ])("that was handed in is told: %s", async (said) => {
    expect(await answerTo(city.person("王芳"), said)).toContain("还没有算交上");
  });
});

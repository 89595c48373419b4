import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const first = async (said: string) => (await clerk().says(said))[0];

test("a clerk moves an activity by the day on which it was to be, sees what follows, and everybody is told once", async () => {
  const card = await first("12月3号的活动改到4号下午两点半");
  expect(card?.text).toContain("12月4日(周五) 14:30");
  expect(card?.text).toContain("12月3日");
  const [done] = await clerk().taps("对，改并通知");
  expect(done?.text).toContain("已改 活-2026-003");
});

test("the same by its number, and of what is near the year's end 3号 is in January", async () => {
  expect((await first("活-2026-003推迟到12月8号上午10点"))?.text).toContain("12月8日(周二) 10:00");
  await clerk().says("不用了");
  await clerk().says("活-2026-003改到12月31号上午10点");
  await clerk().taps("对，改并通知");
  expect((await first("12月31号的活动改到3号上午10点"))?.text).toContain("2027年1月3日");
  await clerk().says("不用了");
});

test("of several on one day it is asked which, and one tap goes on; on an empty day it is said so", async () => {
  await first("发布活动 12月31日下午3点 羊昌镇代表小组 学习培训 地点镇政府");
  await clerk().taps("对，发通知");
  const which = await first("12月31日的活动改到1月5日上午9点");
  expect(which?.choices).toHaveLength(2);
  const [card] = await clerk().taps(which?.choices[1]?.label ?? "");
  expect(card?.text).toContain("1月5日(周二) 09:00");
  await clerk().says("不用了");
  expect((await first("12月20号的会推迟到22号上午9点"))?.text).toContain("那天没有您管的活动");
});

test("who has not answered is told of what is to come, and not who was absent", async () => {
  expect((await first("谁没回"))?.text).toMatch(/活-2026-003.*没回5人/u);
});

test("word that somebody was told by telephone is kept, however it is said", async () => {
  const kept = await first("活-2026-003 打电话通知了罗文军");
  expect(kept?.text).toContain("已记下电话通知：罗文军");
});

test("of the figure shown last, the year before is one question more", async () => {
  await first("统计 羊昌镇 走访 10月");
  expect((await first("跟去年比呢"))?.text).toContain("羊昌镇 2025年10月 走访群众");
});

test("what a clerk tells of a record is no activity that is moved", async () => {
  const told = await first("昨天的座谈会改到镇政府开了,代报李明参加");
  expect(told?.kind).not.toMatch(/^(?:sure\.change|activity\.)/u);
});

describe("what is moved is named by what it is", () => {
  test.each([
    ["代表法培训改到三楼会议室开", "地点改为：三楼会议室"],
    ["那个培训改个时间,改成12月11号下午3点", "时间改为：12月11日(周五) 15:00"],
    ["9号的培训换个地方,去文化站", "地点改为：文化站"],
    ["培训地点变了,在镇政府四楼", "地点改为：镇政府四楼"],
    ["12月9日的培训推迟一天", "时间改为：12月10日(周四) 14:30"],
    ["9号下午的培训改到10号上午9点", "时间改为：12月10日(周四) 09:00"],
  ])("%s", async (said, piece) => {
    const own = await openCity("2026-12-02T10:00:00+08:00");
    try {
      const liu = own.person("刘敏");
      await liu.says("发布活动 12月9日下午两点半 羊昌镇 代表法培训 地点镇政府");
      await liu.says("对");
      const card = await liu.says(said);
      expect(card[0]?.kind).toBe("sure.change");
      expect(card[0]?.text).toContain("羊昌镇学习培训");
      expect(card[0]?.text).toContain(piece);
    } finally {
      await own.close();
    }
  });

  test.each(["调研报告改成简报", "李明的培训改到12月10号", "接待日改到12月20号"])(
    "and nothing is moved by %s, where nothing of that kind is ahead or it is told of somebody",
    async (said) => {
      const kinds = (await clerk().says(said)).map((one) => one.kind);
      expect(kinds).not.toContain("sure.change");
      await clerk().says("都不要了");
    },
  );
});

describe("what is called off without its number", () => {
  test.each([
    ["取消12月31号下午的小组会,领导来检查", "领导来检查"],
    ["12月31号的小组活动不搞了,区里有会", "区里有会"],
    ["12月31日的小组活动因故取消", ""],
    ["算了,12月31号领导要来检查,会不开了", ""],
  ])("is known by its day, and asked about first: %s", async (said, why) => {
    await clerk().says("都不要了");
    const heard = await clerk().says(said);
    // Two are on that day here: which one is asked.
    const which = heard[0]?.choices.find((one) => one.label.startsWith("活-2026-003"))?.label;
    const card = which === undefined ? heard[0] : (await clerk().taps(which))[0];
    expect(card?.kind).toBe("sure.cancel");
    expect(card?.text).toContain("活-2026-003");
    expect(card?.text).toContain(why);
    await clerk().says("不用了");
  });

  test.each(["12月16日的活动因故取消", "取消12月20号的活动", "那个评议会先不开了"])(
    "and where none is, it is said how, and nothing is called off: %s",
    async (said) => {
      const answer = (await clerk().says(said)).map((one) => one.text).join("\n");
      expect(answer).toMatch(/没有您管的活动|没有这一种/u);
      expect(answer).toContain("说“活动”看");
    },
  );

  test("what names neither hears what there is", async () => {
    await clerk().says("活动");
    await city.database.db.execute(sql`delete from dialogs`);
    const answer = (await clerk().says("会议取消")).map((one) => one.text).join("\n");
    expect(answer).toContain("取消活动要带编号，还没有取消。");
    expect(answer).toContain("活动安排：");
  });

  test("with its number and why it is asked about", async () => {
    const number = /活-\d+-\d+/u.exec((await clerk().says("活动"))[0]?.text ?? "")?.[0] ?? "";
    const [card] = await clerk().says(`${number} 不开了 主任出差`);
    expect(card?.kind).toBe("sure.cancel");
    expect(card?.text).toContain("主任出差");
    await clerk().says("不用了");
  });

  test.each(["昨天的活动取消了", "王芳的培训取消了", "12月9日的活动取消了吗?"])(
    "and not by %s",
    async (said) => {
      const answer = (await clerk().says(said)).map((one) => one.text).join("\n");
      expect(answer).not.toMatch(/取消活动要带编号|没有您管的活动|取消哪一场|取消这场/u);
      await clerk().says("都不要了");
    },
  );
});

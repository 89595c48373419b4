import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";
import { answerTo } from "#test/support/overheard.ts";

// 活-2026-002 was the day before; 活-2026-003 is on 23 September at 09:30. A training of the 18th and an appraisal of
// the afternoon of the 24th are called besides.
let city: City;
let training: string;
let appraisal: string;
const clerk = () => city.person("刘敏");
const answer = (said: string) => answerTo(clerk(), said);
const told = async (): Promise<readonly string[]> => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select a.number || ' ' || p.name || ' ' || n.way line from notices n join activities a on a.id = n.activity_id
      join mandates m on m.id = n.mandate_id join people p on p.id = m.person_id where n.way <> 'chat' order by n.id`);
  const lines = rows.map(({ line }) => line);
  await city.database.db.execute(sql`delete from notices where way <> 'chat'`);
  return lines;
};

beforeAll(async () => {
  warmReader();
  city = await openCity();
  await told();
  const published = async (said: string): Promise<string> => {
    await answer(said);
    return /活-\d{4}-\d+/u.exec(await answer("对"))?.[0] ?? "";
  };
  training = await published("发布活动 9月18日上午9点 羊昌镇代表小组 学习培训 地点镇政府");
  appraisal = await published("发布活动 9月24日下午3点 羊昌镇代表小组 工作评议 地点镇政府");
});
afterAll(() => city.close());

describe("a notice given by phone is of the activity of the day that is named, whatever was shown last", () => {
  test.each([
    ["18号的培训，王芳我电话通知了", () => `${training} 王芳 phone`],
    ["罗文军18号的活动我打电话通知了", () => `${training} 罗文军 phone`],
    ["24号的评议我打电话通知过李明了", () => `${appraisal} 李明 phone`],
    ["24号下午的评议我电话通知了陈建国", () => `${appraisal} 陈建国 phone`],
    ["李明18号的培训书面通知过了", () => `${training} 李明 paper`],
    ["评议我已经电话通知了王芳", () => `${appraisal} 王芳 phone`],
    ["18号的培训王芳已经电话通知", () => `${training} 王芳 phone`],
    ["今天上午打电话通知了王芳24号的评议", () => `${appraisal} 王芳 phone`],
  ])("%s", async (said, line) => {
    await answer("活-2026-003");
    expect(await answer(said)).toContain("已记下");
    expect(await told()).toEqual([line()]);
  });

  test("of none that is named it is what was shown last", async () => {
    await answer("活-2026-003");
    await answer("王芳已经电话通知");
    expect(await told()).toEqual(["活-2026-003 王芳 phone"]);
  });

  test.each([
    ["24号上午的评议我电话通知了王芳", "通知的是哪一场"],
    ["18号的评议我电话通知了王芳", "通知的是哪一场"],
    ["19号的活动我电话通知了王芳", "那天没有您管的活动"],
  ])("%s: of another than was named nothing is written", async (said, asked) => {
    await answer("活-2026-003");
    expect(await answer(said)).toContain(asked);
    expect(await told()).toEqual([]);
  });

  test("one tap on the one that is meant goes on", async () => {
    await answer("活-2026-003");
    const [which] = await clerk().says("18号的评议我电话通知了王芳");
    await clerk().taps(which?.choices[0]?.label ?? "");
    expect(await told()).toEqual([`${training} 王芳 phone`]);
  });

  test.each(["李明已电话通知各村做好防汛", "18号的培训王芳还没电话通知"])(
    "%s is no such word",
    async (said) => {
      await answer("活-2026-003");
      await answer(said);
      expect(await told()).toEqual([]);
    },
  );
});

describe("who has not answered is chased by number, by day, or of what was shown last", () => {
  test.each([
    ["催一下活-2026-003没回的", () => "活-2026-003"],
    ["催一下还没回复18号活动的", () => training],
    ["24号的评议没回的催一下", () => appraisal],
    ["没回的再催催", () => "活-2026-003"],
    ["把没回复24号评议的再催一遍", () => appraisal],
  ])("%s", async (said, number) => {
    await answer("活-2026-003");
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.nudge-answer");
    expect(card?.text).toContain(number());
    await clerk().says("不用了");
  });
});

describe("a register is made final in words", () => {
  test.each([
    "昨天的活动定稿",
    "昨天的活动可以定稿了",
    "把昨天的活动定稿吧",
    "定稿昨天的活动",
    "15号的小组活动可以定稿了",
  ])("%s", async (said) => {
    await answer("到会 活-2026-002 全到");
    await answer("对");
    const [card] = await clerk().says(said);
    expect(card?.text).toContain("活-2026-002");
    expect(card?.kind).toBe("sure.finalise");
    await clerk().says("不用了");
  });

  test.each(["昨天的活动定稿了吗", "昨天的活动还没定稿", "昨天调研的报告定稿了", "建议的方案定稿了"])(
    "%s is no order to do so",
    async (said) => {
      const [card] = await clerk().says(said);
      expect(card?.kind).not.toMatch(/^(?:sure\.finalise|figures\.unfinalised)/u);
      await clerk().says("都不要了");
    },
  );
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 活-2026-003 is on 9 December; nobody has answered it.
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await clerk().says("活动");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

const clerk = () => city.person("刘敏");
const answer = async (said: string) => (await clerk().says(said)).map((one) => one.text).join("\n");

describe("who has not answered a call is told of the call, and of no day that is over", () => {
  test.each([
    "9号那个会还有谁没回信",
    "哪些人还没回12月9号那个",
    "9号的活动没答复的有哪些",
    "9号的小组会哪些人要来",
    "12月9号的活动几个人参加",
  ])("%s", async (said) => {
    const heard = await answer(said);
    expect(heard).toContain("5人：活-2026-003 12月9日(周三) 09:30 羊昌镇代表小组活动");
    expect(heard).toContain("李明");
    expect(heard).not.toContain("还没有记录");
  });

  test.each(["还有哪些没回的,帮我催一下", "把没答复的再催一遍"])("%s: whom it would remind", async (said) => {
    const heard = await answer(said);
    expect(heard).toContain("活-2026-003");
    expect(heard).toMatch(/催/u);
  });

  test.each(["哪些群众的意见还没回复", "谁没交自评", "上个月哪些人参加了小组活动"])(
    "but not of %s",
    async (said) => {
      expect(await answer(said)).not.toContain("没回5人");
    },
  );
});

describe("who was told by telephone is kept, in the clerk's own words", () => {
  test.each([
    ["王芳电话通知到了,她说参加", "已记下电话通知：王芳"],
    ["陈建国我打过电话了", "已记下电话通知：陈建国"],
    ["李明和杨秀英都当面通知到了", "李明、杨秀英"],
    ["书面通知了罗文军", "罗文军"],
    ["全部电话通知到了", "已记下电话通知"],
  ])("%s", async (said, piece) => {
    await clerk().says("活-2026-003");
    const heard = await answer(said);
    expect(heard).toContain(piece);
    expect(heard).toContain("活-2026-003");
  });

  test("what they answered is theirs to say, and the clerk hears so", async () => {
    await clerk().says("活-2026-003");
    expect(await answer("王芳电话通知到了,她说参加")).toContain("来不来由本人对我说，没有替他回");
  });

  test("without a call it is said how, and nothing is kept", async () => {
    const heard = await answer("王芳电话通知到了");
    expect(heard).toContain("通知的是哪一场没说，还没有记");
    expect(heard).toContain("活-2026-003");
  });

  test.each(["王芳通知到了吗?", "王芳打过电话反映路灯不亮", "李明还没通知到"])(
    "but not by %s",
    async (said) => {
      await clerk().says("活-2026-003");
      expect(await answer(said)).not.toContain("已记下");
      await clerk().says("都不要了");
    },
  );
});

test.each(["去的", "我去的", "要去的"])("a deputy's %s shows the one notice that lies open", async (said) => {
  const [shown] = await city.person("王芳").says(said);
  expect(shown?.text).toContain("活-2026-003");
  expect(shown?.choices.map((one) => one.label)).toContain("参加");
});

describe("a day that is none is asked for, and none is made of a title", () => {
  test.each([
    "元旦收假第一天下午两点半,组织代表去羊昌中学调研营养餐",
    "元旦节后第一天上午9点组织代表视察学校",
    "12月30号前组织代表小组开展一次活动",
  ])("%s", async (said) => {
    const [asked] = await clerk().says(said);
    expect(asked?.kind).toBe("activity.question");
    expect(asked?.text).toContain("哪一天");
  });

  test("学习春节安全生产 is what it is about, and no second activity", async () => {
    const heard = await clerk().says("12月14号上午10点在镇政府开代表小组活动,学习春节安全生产");
    expect(heard.map((one) => one.kind)).toEqual(["sure.publish"]);
    expect(heard[0]?.text).toContain("12月14日(周一) 10:00");
    expect(heard[0]?.text).toContain("学习春节安全生产");
  });

  test("who is on duty at a reception is not everybody: it is asked who is called", async () => {
    const [asked] = await clerk().says("本月15号我们站上接待选民,李明和王芳值班,早上九点到十一点半");
    expect(asked?.text).toContain("通知哪几位");
    expect((await clerk().says("李明、王芳"))[0]?.text).toContain("通知2人：李明、王芳");
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// 李明 is called to 活-2026-003 on 9 December, and to a training on 10 December.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await city.person("刘敏").says("发布活动 12月10日上午9点 羊昌镇代表小组 代表法培训");
  await city.person("刘敏").says("对");
});
afterAll(() => city.close());

const leaves = async () => [
  ...(await city.database.db.execute(sql`
    select a.number from leaves l join activities a on a.id = l.activity_id where l.state <> 'withdrawn'`)),
];

describe("asked why he cannot come, a deputy says something else", () => {
  test.each([
    "群众反映黄连村路灯不亮",
    "村民说村口的桥坏了",
    "我建议修一下平寨村的路",
    "昨天接待选民5人",
    "我的履职",
  ])("%s is no ground for leave", async (said) => {
    const li = city.person("李明");
    await li.says("请假 活-2026-003");
    await li.says(said);
    expect(await leaves()).toEqual([]);
    await li.says("都不要了");
  });

  test("leave from another activity is that", async () => {
    const li = city.person("李明");
    await li.says("请假 活-2026-003");
    expect(await answerTo(li, "12月10号的培训也请假,要出差")).toContain("12月10日(周四) 09:00");
    await li.says("都不要了");
  });

  test.each(["家里停水了要等人修", "12月8号到10号去外地出差", "村里有纠纷要我去调解"])(
    "%s is the ground",
    async (said) => {
      const wang = city.person("王芳");
      await wang.says("请假 活-2026-003");
      expect(await answerTo(wang, said)).toContain("已替您请假");
      await wang.says("不请假了");
    },
  );
});

describe("asked for a piece of a change of a mandate, the office says something else", () => {
  const office = () => city.person("孙丽");

  test.each([
    ["补选张三为羊昌镇代表", "12月11日组织代表对派出所工作评议,羊昌镇政府三楼"],
    ["暂停 李明 代表职务", "李明昨天走访黄连村3户"],
    ["补选 羊昌镇 12月1日", "李明昨天走访黄连村3户"],
    ["调动 李明 12月1日", "东风镇今年走访了多少户"],
    ["换届 12月20日", "十九届的代表今年走访了多少户"],
  ])("%s: %s", async (begun, said) => {
    await office().says(begun);
    const kinds = (await office().says(said)).map((one) => one.kind);
    expect(kinds).not.toContain("sure.mandate");
    expect(kinds).not.toContain("mandate.answer");
    await office().says("都不要了");
  });

  test.each([
    ["补选张三为羊昌镇代表", "11月30日区人大常委会会议决定的"],
    ["暂停 李明 代表职务", "从12月1号开始"],
    ["调动 李明 12月1日", "到东风镇"],
  ])("%s, and its piece: %s", async (begun, said) => {
    await office().says(begun);
    const kinds = (await office().says(said)).map((one) => one.kind);
    expect(kinds).toContain("sure.mandate");
    await office().says("都不要了");
  });
});

test("asked why leave is refused, staff plan an activity", async () => {
  const chen = city.person("陈建国");
  await chen.says("请假 活-2026-003 出差");
  const clerk = city.person("刘敏");
  await clerk.says("不准 陈建国");
  const kinds = (await clerk.says("12月11日组织代表视察农贸市场")).map((one) => one.kind);
  expect(kinds).toContain("activity.question");
  expect(kinds).not.toContain("sure.leave");
  await clerk.says("都不要了");
});

describe("of what is offered none is meant", () => {
  test.each(["都不是", "不请了", "算了", "不请假了", "哪个都不是", "一场都不是"])("%s", async (said) => {
    const luo = city.person("罗文军");
    await luo.says("请假");
    const answer = await answerTo(luo, said);
    expect(answer).toContain("没有请假");
    expect(answer).not.toContain("哪一场");
  });

  test("by a button, whichever is asked", async () => {
    const luo = city.person("罗文军");
    await luo.says("请假");
    expect((await luo.taps("都不是"))[0]?.text).toContain("没有请假");
    await luo.says("请假 活-2026-003");
    expect((await luo.taps("不请了"))[0]?.text).toContain("没有请假");
    await luo.says("参加");
    expect((await luo.taps("都不是"))[0]?.text).toContain("什么都没动");
  });
});

test.each(["算了", "不要了", "取消"])(
  "%s where nothing is open changes nothing, and is no order",
  async (said) => {
    const wang = city.person("吴红梅");
    expect(await answerTo(wang, said)).toContain("什么都没动");
  },
);

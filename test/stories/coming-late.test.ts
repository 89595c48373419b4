import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { heardOf } from "#test/support/overheard.ts";

// All of 羊昌镇 are called to what is on Wednesday, 23 September, at 9:30.
const AHEAD = "活-2026-003";
let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const li = () => city.person("李明");
const told = () => heardOf(clerk(), "activity.foretold");
const shown = async () => (await clerk().says(`查看 ${AHEAD}`))[0]?.text ?? "";
const leaves = async () => (await city.database.db.execute(sql`select 1 from leaves`)).length;

describe("a deputy who will be late", () => {
  test.each([
    ["23日上午单位开会冲突,可能晚到半小时", "会晚到(约30分钟)"],
    ["我要晚到二十分钟", "会晚到(约20分钟)"],
    [`${AHEAD} 会迟到一个半小时`, "会晚到(约90分钟)"],
    ["恐怕要晚来一刻钟", "会晚到(约15分钟)"],
    ["23号有点事,要提前走", "要早走"],
    ["早退半小时,要接孩子", "要早走(约30分钟)"],
  ])("%s is passed on to whoever called them, and kept", async (words, expected) => {
    const [answer] = await li().says(words);
    expect(answer?.text).toContain(expected);
    expect(answer?.text).toContain("没有替您请假");
    expect(told().map(({ text }) => text.split("\n")[0])).toEqual([
      `李明代表${expected}：${AHEAD} 9月23日(周三) 09:30 羊昌镇代表小组活动`,
    ]);
    expect(await shown()).toContain(`事先说过：李明${expected}`);
    expect(await leaves()).toBe(0);
  });

  test("is not passed on twice, but what changes is", async () => {
    await li().says("我要晚到20分钟");
    expect((await li().says("我要晚到20分钟"))[0]?.text).toContain("已经知道");
    expect(told()).toHaveLength(1);
    await li().says("我要晚到40分钟");
    expect(told()).toHaveLength(2);
    expect(await shown()).toContain("李明会晚到(约40分钟)");
  });

  test("says so on the way as well, when it has begun", async () => {
    city.now = new Date("2026-09-23T09:40:00+08:00");
    await li().says("堵车,我要晚到20分钟");
    expect(told()).toHaveLength(1);
    const [row] = await city.database.db.execute(sql`select t.answer, t.foretold from attendances t
      join activities a on a.id = t.activity_id join people p on p.id = t.person_id
      where a.number = ${AHEAD} and p.name = '李明'`);
    expect(row).toEqual({ answer: null, foretold: "late" });
  });

  test("who stays away after all is late no more, and so is nobody once the day is another", async () => {
    await li().says("我要晚到20分钟");
    await city.person("王芳").says("我要早走");
    await li().says("请假 生病住院");
    expect(await shown()).toMatch(/事先说过：王芳要早走$/mu);
    await clerk().says(`改活动 ${AHEAD} 时间9月24日上午9点半`);
    await clerk().says("对");
    expect(await shown()).not.toContain("事先说过");
  });

  test("of several activities says to which", async () => {
    await clerk().says("发布活动 9月28日上午9点 羊昌镇代表小组 小组活动");
    await clerk().says("对");
    expect((await li().says("可能晚到半小时"))[0]?.text).toContain("哪一场会晚到");
    await li().taps("9月28日(周一) 羊昌镇代表小组活动");
    expect(told().map(({ text }) => text)).toEqual([expect.stringContaining("9月28日")]);
  });
});

test.each(["王芳可能要晚到半小时", "迟到半小时怎么算", "要迟到算缺席吗"])(
  "%s is of somebody else, or a question: nobody is told",
  async (words) => {
    await li().says(words);
    expect(told()).toEqual([]);
    expect(await shown()).not.toContain("事先说过");
  },
);

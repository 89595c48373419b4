import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

const YESTERDAY = "活-2026-002";
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await clerk().says("活动");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const answer = async (said: string) => (await clerk().says(said)).map((one) => one.text).join("\n");

describe("right after a register what is said of somebody is of that register", () => {
  beforeEach(async () => {
    await clerk().says("都不要了");
    await clerk().says(`到会 ${YESTERDAY} 除罗文军外全到`);
    await clerk().taps("对,登记");
  });

  test.each([
    ["王芳中途走了", "早退1人：王芳"],
    ["陈建国先走了", "早退1人：陈建国"],
    ["对了,李明没散会就走了", "早退1人：李明"],
    ["王芳是10点40才到的", "迟到1人：王芳"],
    ["李明来晚了", "迟到1人：李明"],
    ["罗文军后来来了", "迟到1人：罗文军"],
    ["罗文军后来来了,坐了十几分钟就走了", "早退1人：罗文军"],
    ["王芳其实没来,签到的是她爱人", "缺席2人：王芳、罗文军"],
    ["更正一下,杨秀英没到", "缺席2人：杨秀英、罗文军"],
    ["王芳和杨秀英中途走了", "早退2人：王芳、杨秀英"],
    ["罗文军到了", "到会5人"],
  ])("%s", async (said, piece) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.register");
    expect(card?.text).toContain(YESTERDAY);
    expect(card?.text).toContain(piece);
  });

  test.each([
    "王芳昨天到黄连村走访了3户",
    "罗文军到了黄连村调研",
    "王芳来了吗?",
    "李明反映会开得太长,大家中途走了",
  ])("but no deed and no question: %s", async (said) => {
    const kinds = (await clerk().says(said)).map((one) => one.kind);
    expect(kinds).not.toContain("sure.register");
  });
});

test("whoever has leave that was granted stands so, though every other one is named", async () => {
  await clerk().says("都不要了");
  await clerk().says("发布活动 12月3日上午9点 羊昌镇代表小组 小组活动");
  const [published] = await clerk().says("对");
  const number = published?.number ?? "";
  await city.person("罗文军").says(`请假 ${number} 出差`);
  await clerk().says(`准假 罗文军 ${number}`);
  await clerk().says("对");
  city.now = new Date("2026-12-03T12:00:00+08:00");
  const card = await answer(`到会 ${number} 李明、王芳和陈建国到了,杨秀英没来也没请假`);
  expect(card).toContain("请假1人：罗文军");
  expect(card).toContain("缺席1人：杨秀英");
  await clerk().says("对");
  expect(await answer(`定稿 ${number}`)).toContain("要定稿吗");
  await clerk().says("都不要了");
});

describe("who came to what is over is told of it, whatever is planned meanwhile", () => {
  beforeEach(async () => {
    await clerk().says("都不要了");
  });

  test.each(["12月18日上午9点半羊昌镇代表小组开会,镇二楼", "12月18日开小组会"])(
    "with a call open: %s",
    async (call) => {
      city.now = new Date("2026-12-02T12:00:00+08:00");
      await clerk().says(call);
      const [card] = await clerk().says("12月1号的小组活动李明、王芳、陈建国到了,杨秀英和罗文军没来");
      expect(card?.kind).toBe("sure.register");
      expect(card?.text).toContain(YESTERDAY);
      expect(card?.text).toContain("缺席2人：杨秀英、罗文军");
    },
  );

  test("how many came says nobody's name, and begins no new activity", async () => {
    expect(await answer("羊昌镇昨天小组活动实到3人")).toContain("没看懂谁到了谁没到");
  });
});

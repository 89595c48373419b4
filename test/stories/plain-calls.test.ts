import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");

describe("a clerk calls deputies together in an ordinary sentence", () => {
  test.each([
    [
      "12月3号上午九点在镇政府二楼开个小组会,羊昌镇代表小组的代表都来",
      ["羊昌镇代表小组 代表小组活动", "12月3日(周四) 09:00", "地点：镇政府二楼"],
    ],
    [
      "羊昌镇政府12月10号下午三点开个学习会 通知羊昌镇的代表",
      ["羊昌镇", "12月10日(周四) 15:00", "地点：羊昌镇政府"],
    ],
    [
      "帮我发个通知,让羊昌镇代表小组的人后天上午9点到镇政府开会",
      ["羊昌镇代表小组", "11月28日(周六) 09:00", "地点：镇政府"],
    ],
    ["通知羊昌镇代表小组的代表下周三上午9点开会", ["羊昌镇代表小组", "12月2日(周三) 09:00"]],
  ])("%s", async (said, pieces) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.publish");
    for (const piece of pieces) expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });

  test.each([
    [
      "下周二下午两点,全镇代表到黄连村看人居环境整治",
      ["羊昌镇", "12月1日(周二) 14:00", "内容：到黄连村看人居环境整治"],
    ],
    [
      "12月15号上午9点半镇人大组织代表视察平寨村饮水工程,在镇政府集合",
      ["羊昌镇 视察", "地点：镇政府", "内容：视察平寨村饮水工程"],
    ],
    [
      "定于12月16日14:30在镇政府二楼会议室开展述职评议,请全体代表参加",
      ["羊昌镇 工作评议", "地点：镇政府二楼会议室"],
    ],
    ["12月18日下午三点镇人大主席团会议,镇政府二楼", ["羊昌镇", "地点：镇政府二楼"]],
    [
      "12月9日下午两点半组织羊昌镇代表参加代表法培训,镇政府二楼会议室",
      ["羊昌镇 学习培训", "地点：镇政府二楼会议室", "代表法培训"],
    ],
    ["12月11日执法检查,镇里的代表上午9点到镇政府门口坐车", ["羊昌镇 执法检查", "地点：镇政府门口"]],
  ])("%s is of her own town", async (said, pieces) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.publish");
    for (const piece of pieces) expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });

  test("a bare 代表小组 is the only one she looks after, and the card says whom before her yes", async () => {
    const [card] = await clerk().says("12月9日上午10点代表小组学习,镇政府二楼会议室");
    expect([card?.kind, card?.text.includes("羊昌镇代表小组 学习培训")]).toEqual(["sure.publish", true]);
    await clerk().says("不用了");
  });

  test.each(["12月9日材料都要交到镇政府", "12月9日区领导来视察", "12月9日上午10点给代表们的材料要印好"])(
    "%s calls nobody unasked",
    async (said) => {
      expect((await clerk().says(said)).map((one) => one.kind)).not.toContain("sure.publish");
      await clerk().says("都不要了");
    },
  );

  test("and is asked whom, where nobody is named", async () => {
    const [question] = await clerk().says("帮我发个通知,让小组的人后天上午9点到镇政府开会");
    expect(question?.text).toContain("通知哪个镇街或小组？");
    const [card] = await clerk().says("羊昌镇代表小组");
    expect(card?.text).toContain("11月28日(周六) 09:00");
    await clerk().says("不用了");
  });

  test.each(["昨天通知羊昌镇的代表开会了", "李明代表昨天上午到镇政府开会", "王芳11月20日参加小组活动"])(
    "%s is no call",
    async (said) => {
      const kinds = (await clerk().says(said)).map((one) => one.kind);
      expect(kinds).not.toContain("sure.publish");
      expect(kinds).not.toContain("activity.question");
      await clerk().says("不记了");
    },
  );
});

describe("once it is published", () => {
  let number: string;
  beforeAll(async () => {
    await clerk().says("发布活动 11月27日上午9点 羊昌镇代表小组 小组活动 地点镇政府二楼");
    number = (await clerk().says("对"))[0]?.number ?? "";
  });

  test.each(["明天的活动在哪里开", "明天几点开会", "明天的会还开不开", "明天那个会在什么地方"])(
    "a deputy asks %s and hears when, where and whether",
    async (said) => {
      const answer = await answerTo(city.person("李明"), said);
      expect(answer).toContain("11月27日(周五) 09:00");
      expect(answer).toContain("还没开始");
      expect(answer).toContain("地点：镇政府二楼");
    },
  );

  test.each(["谁没回", "还有谁没答复", "没回的有哪些人"])(
    "the clerk asks %s by its number",
    async (asked) => {
      expect(await answerTo(clerk(), `${number} ${asked}`)).toMatch(/没回5人：.*李明/u);
    },
  );

  test("a refusal of leave is asked its reason, and the next line is the reason", async () => {
    await city.person("王芳").says(`请假 ${number} 出差`);
    expect(await answerTo(clerk(), "不准 王芳")).toContain("请直接发理由");
    expect(await answerTo(clerk(), "会议重要")).toContain("您的说明：会议重要");
    await clerk().says("对");
    await eventually(() =>
      expect(heardOf(city.person("王芳"), "activity.leave-decided").at(-1)?.text).toContain("说明：会议重要"),
    );
  });

  test("a refusal that is let go leaves the wish waiting", async () => {
    await city.person("陈建国").says(`请假 ${number} 生病`);
    await clerk().says("不准 陈建国");
    expect(await answerTo(clerk(), "算了")).toContain("还在等您批");
    expect(await answerTo(clerk(), "待办")).toContain("请假");
  });
});

test("那条不要了 after a card was let go takes back nothing that is on file: it is asked which", async () => {
  const deputy = city.person("李明");
  await deputy.says("11月25日走访黄连村12户");
  await deputy.says("对");
  await deputy.says("11月24日走访黄连村3户");
  await deputy.says("撤销");
  const answer = await answerTo(deputy, "那条不要了");
  expect(answer).not.toContain("已撤销");
  expect(answer).toContain("点一下才撤销");
});

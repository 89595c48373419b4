import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const says = async (...lines: readonly string[]): Promise<string> => {
  let heard = "";
  for (const line of lines) heard = (await clerk().says(line)).map((one) => one.text).join("\n");
  return heard;
};

const ANOTHER = [
  "12月11日组织代表对派出所工作评议,羊昌镇政府三楼",
  "12月11日下午3点组织代表对派出所工作评议,羊昌镇政府三楼",
  "12月11日对派出所评议",
  "下周五上午9点视察农贸市场",
  "请全体代表12月11日上午9点准时参加视察",
];

describe("an activity that is told while another one is not published yet", () => {
  test.each(ANOTHER)("is another one, whatever piece is asked for: %s", async (said) => {
    for (const begun of ["发布活动 12月10日代表法培训", "发布活动 羊昌镇代表小组 代表法培训"]) {
      await says(begun);
      const heard = await says(said);
      expect(heard).toContain("先前那场还没有发布，先留着：");
      expect(heard).not.toMatch(/学习培训，12月11日|学习培训\n时间：12月11日/u);
      await says("不用了");
      expect(await says("看卡片")).toContain("学习培训");
      await says("都不要了");
    }
  });

  test.each(ANOTHER)("is another one beside a card that waits for its yes: %s", async (said) => {
    await says("发布活动 12月10日上午9点 羊昌镇代表小组 代表法培训 地点镇政府");
    expect(await says(said)).toContain("先前那场还没有发布，先留着：羊昌镇代表小组学习培训，12月10日(周四)");
    await says("不用了");
    const card = await says("看卡片");
    expect(card).toContain("羊昌镇代表小组 学习培训");
    expect(card).toContain("12月10日(周四) 09:00");
    await says("都不要了");
  });

  test("both are published as they were said", async () => {
    await says("发布活动 12月10日上午9点 羊昌镇代表小组 代表法培训 地点镇政府");
    await says("12月11日组织代表对派出所工作评议,羊昌镇政府三楼");
    const card = await says("下午3点");
    expect(card).toContain("工作评议");
    expect(card).toContain("12月11日(周五) 15:00");
    expect(card).toContain("地点：羊昌镇政府三楼");
    const published = await says("对");
    expect(published).toMatch(/已发布 \S+ 12月11日\(周五\) 15:00 羊昌镇工作评议/u);
    expect(published).toContain("还有一件事等您决定");
    await says("看卡片");
    expect(await says("对")).toMatch(/已发布 \S+ 12月10日\(周四\) 09:00 羊昌镇代表小组学习培训/u);
  });
});

describe("what says only a part changes the card that is open", () => {
  test.each([
    ["改成下午三点", "12月10日(周四) 15:00"],
    ["时间改到12月11日", "12月11日(周五) 09:00"],
    ["下午两点半,镇政府三楼", "地点：镇政府三楼"],
    ["下午两点半,地点不变", "地点：镇政府"],
    ["地点改到羊昌镇文化站会议室", "地点：羊昌镇文化站会议室"],
    ["换到12月11日下午2点", "12月11日(周五) 14:00"],
    ["内容改成学习代表法和监督法", "内容：学习代表法和监督法"],
  ])("%s", async (said, piece) => {
    await says("发布活动 12月10日上午9点 羊昌镇代表小组 代表法培训 地点镇政府");
    const card = await says(said);
    expect(card).toContain("羊昌镇代表小组 学习培训");
    expect(card).toContain(piece);
    expect(card).not.toContain("先留着");
    await says("都不要了");
  });

  test("a piece besides the one that is asked for is kept, and said last it holds", async () => {
    await says("发布活动 12月10日代表法培训");
    expect(await says("上午10点")).toContain("通知哪个镇街或小组");
    const card = await says("羊昌镇代表小组,12月11日");
    expect(card).toContain("12月11日(周五) 10:00");
  });

  test("a change that waits for its yes is changed once more", async () => {
    await says("发布活动 12月10日上午9点 羊昌镇代表小组 代表法培训 地点镇政府");
    const number = /活-\d+-\d+/u.exec(await says("对"))?.[0] ?? "";
    await says(`改活动 ${number} 12月11日`);
    const card = await says("改成下午三点");
    expect(card).toContain("时间改为：12月11日(周五) 15:00");
    expect(await says("对")).toContain("12月11日(周五) 15:00");
  });
});

test.each(["调解邻里纠纷2件 昨天", "羊昌镇今年走访了多少户", "李明昨天走访黄连村3户", "本月谁没报"])(
  "what is about something else leaves an open activity as it was: %s",
  async (said) => {
    await says("发布活动 12月10日代表法培训");
    await says(said);
    await says("都不要了");
    await says("发布活动 12月10日代表法培训");
    const heard = await says(said);
    expect(heard).not.toContain("几点开始");
    await says("都不要了");
  },
);

test.each(["下周三组织代表评议派出所", "12月15号集中学习代表法", "下周五上午开一次座谈会,羊昌镇"])(
  "without its hour it is planned as well, and the hour is asked for: %s",
  async (said) => {
    expect((await clerk().says(said)).map((one) => one.kind)).toEqual(["activity.question"]);
    await says("不用了");
  },
);

test.each([
  "12月11日的培训还没定",
  "上周三组织代表评议派出所",
  "12月1日组织代表视察农贸市场",
  "12月9日的活动谁没回",
])("no activity is planned by %s", async (said) => {
  expect((await clerk().says(said)).map((one) => one.kind)).not.toContain("activity.question");
  await says("都不要了");
});

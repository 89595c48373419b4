import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

test.for(["排名", "哪个代表最差", "谁走访最多", "哪位代表最积极"])(
  "%s from the office is answered with: nobody is ranked here",
  async (said) => {
    const [answer] = await city.person("孙丽").says(said);
    expect(answer?.text).toContain("不排名");
  },
);

test("a deputy who asks why he was absent sees his own attendance", async () => {
  const [answer] = await city.person("杨秀英").says("上次活动我为啥缺席");
  expect(answer?.kind).toBe("figures.own-attendance");
});

test("leave for a day on which nothing is says so, although another activity waits", async () => {
  const [answer] = await city.person("杨秀英").says("28号的会我来不了,我要去医院");
  expect(answer?.text).toContain("这一天没有");
});

test("a unit that asks for figures is not told that deputies ask for them", async () => {
  const [answer] = await city.person("区水务局").says("统计");
  expect(answer?.text).not.toContain("代表本人");
});

test("撤回意见 lists the opinion that came with a report", async () => {
  const luo = city.person("罗文军");
  await luo.says("昨天走访了黄连村三户,老张头说他家房子漏雨,要镇里给解决");
  await luo.says("对");
  const [which] = await luo.says("撤回意见");
  expect(which?.text).toMatch(/意-2026-\d{4} 意见/u);
  expect(which?.text).not.toContain("没有找到");
});

test("a resident hears what becomes of an opinion, and that it is not taken back", async () => {
  const resident = city.person("居民");
  await resident.says("我们寨子的路烂得很,车都过不去");
  await resident.says("对");
  for (const said of ["催一下", "怎么还不解决", "有结果了吗", "进度"]) {
    const [own] = await resident.says(said);
    expect([said, own?.kind]).toEqual([said, "figures.own-cases"]);
  }
  const [stays] = await resident.says("撤销");
  expect(stays?.text).toContain("撤不回来");
});

test("a stranger who says who he is hears how he is recognised", async () => {
  const [answer] = await city.person("陌生人").says("我是李明");
  expect(answer?.text).toContain("绑定码");
});

test("不同意 to what is asked is a no, and deletes nothing", async () => {
  const chen = city.person("陈建国");
  await chen.says("删除我的数据");
  const [answer] = await chen.says("不同意");
  expect(answer?.kind).toBe("sure.dropped");
});

test("a clerk who announces anew is not asked about the announcement begun before", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("发布活动");
  await clerk.says("发布活动 12月5日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府");
  const [published, ...more] = await clerk.says("对");
  expect(published?.text).toContain("已发布");
  expect(more).toEqual([]);
});

test("a list to verify comes back in one line behind another answer", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("核实");
  const [, waits] = await clerk.says("代表 李明");
  expect(waits?.kind).toBe("open.waits");
});

import { expect, test } from "vitest";
import { readStrangers as read } from "#test/support/read-strangers.ts";

test.each([
  ["人民路建设街口那个红绿灯坏了", "人民路建设街口"],
  ["厂家属院3号楼楼顶漏雨,物业推给厂里", "厂家属院3号楼"],
  ["三号楼电梯坏了四回,业主说再不换就集体去区政府上访", "三号楼"],
])("%s is a matter of %s", (text, place) => {
  expect(read(text).opinions).toMatchObject([{ place }]);
});

test("where people mean to go is not where the matter is", () => {
  const { opinions } = read("昨天接待选民5人,有人来讲工钱的事,老板跑了,说再不给就去堵工地大门");
  expect(opinions).toMatchObject([{ category: "labor", urgent: true }]);
  expect(opinions[0]?.place).toBeUndefined();
});

test.each([
  "南门社区8栋有一家天天打娃娃,派出所去了一次就没管了",
  "隔壁那个人喝醉酒就打老婆",
  "养猪场的粪水排到水井边,喝了拉肚子的有七八个",
  "自来水发黄,喝了都拉肚子的有好几个人",
])("%s is urgent", (text) => {
  expect(read(text).opinions.some((one) => one.urgent === true)).toBe(true);
});

test.each(["球场天天打球吵得很,娃娃睡不着", "牛奶过期,喝了不舒服"])("%s is not urgent", (text) => {
  expect(read(text).opinions.some((one) => one.urgent === true)).toBe(false);
});

test.each(["10月30日走访商户12家,了解经营中的困难", "10月30日走访5户,主要了解老人生活情况"])(
  "what one wanted to know is no matter: %s",
  (text) => {
    expect(read(text)).toMatchObject({ opinions: [], reports: [{ date: "2026-10-30" }] });
  },
);

test("the speaker's own work is no deed", () => {
  expect(read("刚送完最后一单。今天下午去联络站值班2小时 接待3个人").reports).toMatchObject([
    { kind: "station_duty", counts: { hours: 2, persons: 3 } },
  ]);
  expect(read("刚给老人送完米面,走了3户").reports.length).toBeGreaterThan(0);
});

test("what those who were met tell is a matter, though nobody is named who speaks", () => {
  expect(read("昨天看了5户人家,讲自来水发黄").opinions).toMatchObject([{ text: "自来水发黄" }]);
  expect(read("昨天宣讲了一场,讲法律知识").opinions).toEqual([]);
});

test("the head of a list of matters is none of them", () => {
  const { opinions } = read("重阳节走一圈下来老人家们说的\n1、幸福院食堂停了,没人做饭\n2、村里没有公厕");
  expect(opinions.map(({ text }) => text)).toEqual(["幸福院食堂停了,没人做饭", "村里没有公厕"]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// What staff ask in a few words is answered with the figure or list that it is about, or said to be counted by none.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月30日走访黄连村5户"],
    ["张伟", "11月29日走访新堡村4户"],
    ["王芳", "群众反映石关村自来水浑浊,饮水不放心"],
    ["王芳", "群众反映黄连村路灯不亮"],
  ]);
  await city.person("刘敏").says("代报 罗文军 昨天走访黄连村3户");
  await city.person("刘敏").says("对");
});
afterAll(() => city.close());

const told = async (words: string, name = "刘敏"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("attendance, in the words of every day", () => {
  test.each([
    ["孙丽", "2026年东风镇缺席的", /东风镇 2026年：没有缺席/u],
    ["孙丽", "2026年小组活动到会率", /乌当区 2026年 代表小组活动 缺席1人次[^]*出勤率/u],
    ["孙丽", "今年缺席", /乌当区 2026年 缺席1人次/u],
    ["孙丽", "去年应到多少人次", /乌当区 2025年：没有缺席/u],
    ["孙丽", "2026年10月3号的活动来了几个人", /乌当区 10月3日 缺席1人次\n应到5人次：到会4/u],
    ["刘敏", "小组活动出勤 今年", /羊昌镇 2026年 代表小组活动 缺席1人次/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });

  test.each([
    ["我们镇12月怎么样", /羊昌镇 2026年12月：/u],
    ["只报了一次的有哪些", /“只报了一次的”现在还查不了/u],
  ] as const)("%s is about duty", async (words, answer) => {
    const text = await told(words);
    expect(text).toMatch(answer);
    expect(text).not.toContain("没有缺席");
  });
});

describe("who has nothing on record", () => {
  test.each([
    ["孙丽", "这个月谁还没走访过", /乌当区 2026年12月 走访群众还没有记录的代表：9位/u],
    ["刘敏", "今年还有谁没走访", /羊昌镇 2026年 走访群众还没有记录的代表：3位/u],
    ["刘敏", "没有接待的代表有几位", /羊昌镇 2026年 接待选民还没有记录的代表：5位/u],
    ["刘敏", "还有谁没完成两次走访", /“没完成两次”现在还查不了[^]*未报 今年/u],
    ["刘敏", "走访不够两次的有谁", /“不够两次”现在还查不了/u],
    ["孙丽", "哪个镇一条都没有", /按镇街\n东风镇[^]*羊昌镇/u],
    ["孙丽", "本月全区报了几条,谁还没报", /要单独看[^]*统计 本月[^]*还没有记录的代表/u],
    ["刘敏", "没有照片的有哪些", /没有附件|没附件|没照片|没有照片/u],
    ["刘敏", "女代表今年谁没报", /“女代表”现在还查不了/u],
    ["孙丽", "除了羊昌镇还有哪些代表没报", /“除了羊昌镇[^”]*”现在还查不了/u],
    ["刘敏", "谁还没报", /2026年12月还没有记录的代表/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });
});

describe("what residents brought up", () => {
  test.each([
    ["孙丽", "满意的有几条", /“满意”现在还查不了/u],
    ["孙丽", "2026年意见办结了几条", /“办结了”现在还查不了/u],
    ["孙丽", "转给区住建局的意见有几条", /“转给区住建局的”现在还查不了/u],
    ["孙丽", "住建局手上有几件", /“住建局”现在还查不了/u],
    ["孙丽", "2026年城乡建设类意见几条", /乌当区 2026年 城乡建设类的 群众意见1条/u],
    ["孙丽", "路灯的意见有几条", /提到“路灯”的群众意见1条/u],
    ["孙丽", "12月自来水的意见有几条", /2026年12月 提到“自来水”的群众意见1条/u],
    ["刘敏", "12月反映了什么问题", /羊昌镇 2026年12月 群众意见2条/u],
    ["刘敏", "没办的意见有几条", /待办的群众意见2条/u],
    ["孙丽", "除羊昌镇外的意见有几条", /“除羊昌镇外”现在还查不了/u],
    ["刘敏", "意见办了多少,没办多少", /群众意见2条[^]*还没办的2条/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });

  test.each(["群众反映了什么问题都要记下来", "群众反映黄连村桥断了"])("%s asks nothing", async (words) => {
    const [answer] = await city.person("刘敏").says(words);
    expect(answer?.kind).not.toMatch(/^figures/u);
    await city.person("刘敏").says("都不是");
    await city.person("刘敏").says("不记了");
  });
});

describe("what staff entered and nobody has said yes to", () => {
  test("is listed where it is asked for, and told beside a nought", async () => {
    expect(await told("没有确认的代报还有几条")).toContain("罗文军");
    expect(await told("罗文军今年走访几户")).toMatch(
      /没有计入的记录[^]*另有1条是工作人员代记的，在等本人回话/u,
    );
    expect(await told("陈建国今年走访几户")).not.toContain("代记");
  });

  test("is marked in every line once it counts", async () => {
    city.now = new Date("2026-12-14T10:00:00+08:00");
    expect(await told("各镇今年走访多少户", "孙丽")).toMatch(
      /其中未确认1条[^]*羊昌镇 2次\(8户\)，未确认1条/u,
    );
    expect(await told("今年各代表走访多少户")).toMatch(/李明 1次\(5户\)\n罗文军 1次\(3户\)，未确认1条/u);
    await told("今年走访多少户");
    expect(await told("按代表")).toMatch(/罗文军 1次\(3户\)，未确认1条/u);
  });
});

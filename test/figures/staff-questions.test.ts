import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// What staff ask of deputies is a figure, or said to be none: never a record somebody is asked to confirm.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  const files = async (name: string, line: string): Promise<void> => {
    await city.person(name).says(line);
    await city.person(name).says("对");
  };
  await files("李明", "昨天走访黄连村5户");
  await files("吴红梅", "昨天走访头堡村8户");
  await files("刘敏", "代报 王芳 昨天走访平寨村6户");
});
afterAll(() => city.close());

const says = async (name: string, words: string) => city.person(name).says(words);
const told = async (name: string, words: string): Promise<string> =>
  (await says(name, words)).map(({ text }) => text).join("\n");

describe("a question of deeds is answered", () => {
  test.each([
    ["刘敏", "昨天有几个代表下村了", /走访群众：1次[^]*李明 1次/u],
    ["刘敏", "谁昨天下乡了", /走访群众：1次[^]*李明 1次/u],
    ["刘敏", "李明昨天走了几户", /^李明 12月1日：\n1次[^]*5户/u],
    ["刘敏", "李明代表昨天跑了几家", /^李明 12月1日：\n1次/u],
    ["刘敏", "请问李明昨天去黄连村没有", /^黄连村 李明 12月1日：\n1次/u],
    ["刘敏", "李明昨天有没有走访", /^李明 12月1日 走访群众：\n1次/u],
    ["刘敏", "陈建国 11月做了啥", /^陈建国 2026年11月：\n没有计入/u],
    ["刘敏", "陈建国昨天是不是去了马场村", /^马场村 陈建国 12月1日：\n没有计入/u],
    ["刘敏", "李明接待", /^李明 2026年 接待选民：/u],
    ["刘敏", "李明代表走访", /^李明 2026年 走访群众：\n1次/u],
    ["赵勇", "吴红梅昨天走了几户", /^吴红梅 12月1日：\n1次[^]*8户/u],
    ["刘敏", "李明昨天下午干嘛去了", /下午”没有用上[^]*李明 12月1日：\n1次/u],
    ["刘敏", "李明昨天去哪儿了", /^李明 12月1日：\n1次/u],
    ["刘敏", "李明最近有没有动静", /^李明代表[^]*2026年履职1次/u],
    ["刘敏", "罗文军这个月够两次没有", /^“罗文军这个月够两次没有”现在还查不了/u],
    ["刘敏", "李明今年提了几条意见", /^李明代表[^]*群众意见0条/u],
    ["刘敏", "李明昨天送了几袋米", /^“李明昨天送了几袋米”现在还查不了/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(name, words)).toMatch(answer);
  });

  test("while a card is open, too, and the card stays", async () => {
    await says("刘敏", "代报 陈建国 11月30日走访马场村3户");
    expect(await told("刘敏", "李明昨天走了几户")).toMatch(/^李明 12月1日：\n1次/u);
    await told("刘敏", "杨秀英今年来开过会没");
    expect(await told("刘敏", "看卡片")).toMatch(
      /替陈建国代表记[^]*【走访群众】11月30日\(周一\)，马场村，3户/u,
    );
    expect(await told("刘敏", "不记了")).toContain("不记");
  });
});

describe("what is told stays a record", () => {
  test.each([
    "李明昨天走访罗吊村4户,问大家有什么困难",
    "李明昨天走访罗吊村了解有没有困难",
    "李明昨天走访罗吊村几户人家",
    "替李明记昨天走访罗吊村几户",
    "李明昨天和几个村民座谈",
    "李明昨天走访罗吊村4户,群众问路灯修好没有",
  ])("%s", async (words) => {
    const kinds = (await says("刘敏", words)).map(({ kind }) => kind);
    expect(kinds.some((kind) => kind.startsWith("report."))).toBe(true);
    expect(kinds.some((kind) => kind.startsWith("figures."))).toBe(false);
    await says("刘敏", "都不要了");
  });
});

describe("the last figure is cut again", () => {
  test.each([
    ["刘敏", "按代表分", /按代表\n李明 1次/u],
    ["刘敏", "分代表", /按代表\n李明 1次/u],
    ["刘敏", "按代表拆开看", /按代表\n李明 1次/u],
    ["刘敏", "拆成每个代表", /按代表\n李明 1次/u],
    ["刘敏", "按人头", /按代表\n李明 1次/u],
    ["孙丽", "按乡镇", /按镇街\n/u],
    ["孙丽", "分镇看", /按镇街\n/u],
    ["孙丽", "那按镇街列一下", /按镇街\n/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    await says(name, "今年走访多少户");
    expect(await told(name, words)).toMatch(answer);
  });

  test("and where none was shown, that is said", async () => {
    expect((await says("赵勇", "待办"))[0]?.kind).toBe("figures.todo");
    expect((await says("赵勇", "按代表分"))[0]?.kind).toMatch(/^figures\.(?:undivided|nothing-shown|cut)$/u);
  });
});

describe("all townships together", () => {
  test.each([
    [
      "孙丽",
      "两个镇今年加一块走访多少户",
      /^乌当区 2026年 走访群众：2次[^]*13户[^]*东风镇 1次[^]*羊昌镇 1次/u,
    ],
    ["孙丽", "羊昌镇和东风镇加起来走访多少户", /2次[^]*13户/u],
    ["孙丽", "全部镇街今年走访多少户", /^乌当区 2026年 走访群众：2次/u],
    ["孙丽", "两个镇的代表今年走访多少户", /^乌当区 2026年 走访群众：2次/u],
    ["孙丽", "这两个镇加起来今年走访多少户", /^乌当区 2026年 走访群众：2次/u],
    ["孙丽", "三个镇一共走访多少户", /您说3个镇街，这里一共2个，都算在内。/u],
    ["赵勇", "两个镇今年走访多少户", /您说2个镇街，这里一共1个，都算在内。/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    const said = await told(name, words);
    expect(said).toMatch(answer);
    expect(said).not.toContain("没有用上");
  });
});

test("who never reported is asked of the year, and a tap leads to the month", async () => {
  for (const words of ["哪些代表一条都没报过", "从来没报过的有哪些", "至今没报的有哪些"])
    expect(await told("刘敏", words)).toContain("羊昌镇 2026年还没有记录的代表");
  expect((await city.person("刘敏").taps("看本月的"))[0]?.text).toContain("2026年12月还没有记录的代表");
  expect(await told("刘敏", "哪些代表没报")).toContain("2026年12月还没有记录的代表");
  expect((await city.person("刘敏").taps("看今年的"))[0]?.text).toContain("羊昌镇 2026年还没有记录");
});

test.each(["有哪些还没核实的", "还有哪几条没核实", "没核实的还有几条"])(
  "%s: the list of what waits",
  async (words) => {
    expect((await says("赵勇", words)).map(({ kind }) => kind)).toEqual(["sure.verify"]);
    await says("赵勇", "不用了");
  },
);

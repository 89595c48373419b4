import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Who asks what a deputy did reads a figure: no question becomes a record that a yes would file.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
  for (const [name, line] of [
    ["李明", "11月2日走访黄连村12户"],
    ["李明", "11月3日在联络站接待选民6人"],
    ["王芳", "11月4日走访龙里村3户"],
    ["张伟", "11月25日走访马场村5户"],
  ] as const) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

const kinds = async (name: string, words: string): Promise<readonly string[]> =>
  (await city.person(name).says(words)).map(({ kind }) => kind);
const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("a deputy who is named with how many", () => {
  test.each([
    ["李明接待了几个", /^李明 2026年 接待选民[^]*6人/u],
    ["李明接待了几个人", /^李明 2026年 接待选民[^]*6人/u],
    ["李明代表接待了几位", /^李明 2026年 接待选民[^]*6人/u],
    ["李明 走访", /^李明 2026年 走访群众[^]*12户/u],
    ["李明的走访", /^李明 2026年 走访群众[^]*12户/u],
    ["李明走访了几家", /^李明 2026年 走访群众[^]*12户/u],
    ["李明走访了几个", /^李明 2026年 走访群众[^]*12户/u],
    ["李明走访过几户呢", /^李明 2026年 走访群众[^]*12户/u],
    ["李明走访了多少户人家", /^李明 2026年 走访群众[^]*12户/u],
    ["李明慰问了几家", /^李明 2026年 慰问帮扶：\n没有/u],
    ["李明11月走访了几家", /^李明 2026年11月 走访群众[^]*12户/u],
    ["李明11月2号走访了几家", /^李明 11月2日 走访群众[^]*12户/u],
    ["李明 今年", /^李明 2026年：\n2次/u],
    ["李明 四季度", /^李明 2026年四季度：\n2次/u],
    ["李明 近三个月 走访", /^李明 [^：]* 走访群众[^]*12户/u],
    ["李明 今年走访", /^李明 2026年 走访群众[^]*12户/u],
    ["李明今年出勤率", /^李明 2026年/u],
    ["一共接待了几个人", /^羊昌镇 2026年 接待选民[^]*6人/u],
    ["走访了几家", /^羊昌镇 2026年 走访群众[^]*15户/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told("刘敏", words)).toMatch(answer);
  });

  test("two of them are asked about one by one", async () => {
    expect(await told("刘敏", "李明和王芳今年走访")).toContain("统计 李明 今年 走访群众");
  });

  test("a deputy reads that those of others are not for him", async () => {
    for (const words of ["王芳走访了几户", "王芳接待了多少人", "王芳代表昨天走访了几家"])
      expect(await kinds("李明", words)).toEqual(["figures.refused"]);
  });
});

test.each([
  "李明走访了几户人家,反映路灯不亮",
  "李明昨天走访了黄连村3户",
  "李明昨天走访",
  "李明 昨天 走访",
  "帮李明登记一下,昨天走访几户",
  "代报 李明 昨天走访几户人家",
  "昨天李明去黄连村走访",
])("%s stays a report of 李明's", async (words) => {
  expect((await kinds("刘敏", words))[0]).toMatch(/^report\.(?:card|question)$/u);
  await city.person("刘敏").says("不记了");
});

describe("how many deputies, and who", () => {
  test.each([
    ["昨天有几个人去了马场村", /^马场村 11月25日：[^]*张伟 1次/u],
    ["11月25号去马场村的都有谁", /^马场村 11月25日：[^]*张伟 1次/u],
    ["昨天有几个代表走访", /^东风镇 11月25日 走访群众：[^]*张伟 1次/u],
    ["昨天走访的有哪几位代表", /^东风镇 11月25日 走访群众：[^]*张伟 1次/u],
    ["昨天视察去了几个人", /^东风镇 11月25日 视察：没有/u],
    ["东风镇代表小组今年", /^东风镇代表小组 2026年/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told("赵勇", words)).toMatch(answer);
  });

  test.each(["昨天有3个代表去了马场村", "昨天张伟去了马场村,5户"])("%s asks nothing", async (words) => {
    expect((await kinds("赵勇", words))[0]).toMatch(/^report\./u);
    await city.person("赵勇").says("不记了");
  });
});

describe("我们 of staff are those whom they look after", () => {
  test.each([
    ["刘敏", "我们今年走访了多少户", /^羊昌镇 2026年 走访群众/u],
    ["刘敏", "今年我们这里接待老百姓多少", /^羊昌镇 2026年 接待选民/u],
    ["刘敏", "我们一共接待了几个人", /^羊昌镇 2026年 接待选民/u],
    ["刘敏", "咱们这边今年走访几户", /^羊昌镇 2026年 走访群众/u],
    ["刘敏", "我们羊昌镇今年走访多少", /^羊昌镇 2026年 走访群众/u],
    ["刘敏", "我们镇今年走访多少", /^羊昌镇 2026年 走访群众/u],
    ["孙丽", "我们今年走访了多少户", /^乌当区 2026年 走访群众/u],
    ["李明", "我们今年走访了多少户", /^您 2026年 走访群众/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(name, words)).toMatch(answer);
  });
});

describe("a question that waits is left by a figure", () => {
  test.each([
    ["走访呢", /走访群众/u],
    ["羊昌镇呢", /^羊昌镇/u],
    ["排个名", /排名/u],
    ["小组活动到会率", /到会/u],
  ] as const)("%s", async (words, answer) => {
    await city.person("刘敏").says("李明 今年");
    await city.person("刘敏").says("昨天走访黄连村3户");
    const said = await told("刘敏", words);
    expect(said).not.toMatch(/名单里没有|记好了|请核对/u);
    expect(said).toMatch(answer);
    await city.person("刘敏").says("不记了");
  });

  test.each(["走访", "十月份", "接待"])("%s is nobody's name", async (words) => {
    await city.person("刘敏").says("昨天走访黄连村3户");
    expect(await told("刘敏", words)).not.toContain("名单里没有");
    await city.person("刘敏").says("不记了");
  });

  test("on a deputy's record it fills in nothing", async () => {
    await city.person("刘敏").says("李明昨天走访");
    const said = await told("刘敏", "小组活动到会率");
    expect(said).not.toContain("改好了");
    expect(said).toContain("到会");
    await city.person("刘敏").says("不记了");
  });
});

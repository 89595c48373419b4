import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// What clerks and the office say of figures in the middle of a conversation, and how they ask for tables.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访黄连村7户"],
    ["李明", "10月20日在羊昌镇代表联络站接待选民6人"],
    ["张伟", "2月3日走访新堡村12户"],
  ]);
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("a table is of the stretch and the place that were named", () => {
  test.each([
    ["孙丽", "出个2月份的表", /正在做表格：乌当区 2026年2月，共1条/u],
    ["孙丽", "做个二月的履职表", /乌当区 2026年2月，共1条/u],
    ["孙丽", "给我个2月份的表", /乌当区 2026年2月，共1条/u],
    ["孙丽", "弄个羊昌镇11月份的走访表", /羊昌镇 2026年11月 走访群众，共1条/u],
    ["孙丽", "导出全区今年的", /乌当区 2026年，共3条/u],
    ["孙丽", "把今年的履职数据导出来", /乌当区 2026年，共3条/u],
    ["孙丽", "导出火星村今年的表", /没有查到[^]*火星村/u],
    ["孙丽", "导出今年的履职给领导看", /“[^”]*领导[^”]*”没有用上[^]*乌当区 2026年，共3条/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(name, words)).toMatch(answer);
  });

  test.each(["导成表", "把这个做成表格", "导成excel", "生成表格发我", "做成表格", "把它导出来"])(
    "%s is of what was shown last",
    async (words) => {
      await told("孙丽", "东风镇一季度走访多少户");
      expect(await told("孙丽", words)).toContain("东风镇 2026年一季度 走访群众，共1条记录");
    },
  );
});

describe("all of the district is no place of it", () => {
  test.each([
    ["孙丽", "统计 全区 今年", "乌当区 2026年：\n3次"],
    ["孙丽", "统计 全区 走访 今年", "乌当区 2026年 走访群众：\n2次"],
    [
      "刘敏",
      "全区今年走访了几户",
      "没有按“全区”筛选：您看得到的，是自己负责的地方。\n羊昌镇 2026年 走访群众：\n1次",
    ],
    ["刘敏", "统计 本镇 今年", "羊昌镇 2026年：\n2次"],
    ["刘敏", "统计 我们镇 走访", "羊昌镇 2026年 走访群众：\n1次"],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(name, words)).toContain(answer);
  });
});

describe("beside the year before", () => {
  test.each([
    ["统计 上年同期", "乌当区 2025年1月1日至2025年11月26日："],
    ["去年同期走访了多少户", "乌当区 2025年1月1日至2025年11月26日 走访群众："],
    ["统计 羊昌镇 走访 二季度 去年同期", "羊昌镇 2025年二季度 走访群众："],
    ["统计 去年", "乌当区 2025年："],
    ["三季度走访和去年同期比", "乌当区 2026年三季度 走访群众：\n没有计入的记录"],
  ] as const)("%s", async (words, answer) => {
    expect(await told("孙丽", words)).toContain(answer);
  });
});

describe("a question that goes on from the last one", () => {
  test("names another place, deputy, kind or stretch of time, and the rest holds", async () => {
    await told("何志远", "羊昌镇今年走访多少");
    expect(await told("何志远", "那东风镇呢")).toContain("东风镇 2026年 走访群众：\n1次");
    expect(await told("何志远", "一季度呢")).toContain("东风镇 2026年一季度 走访群众：\n1次");
    expect(await told("何志远", "那接待呢")).toContain("东风镇 2026年一季度 接待选民：\n没有");
    expect(await told("何志远", "今年呢")).toContain("东风镇 2026年 接待选民：\n没有");
    expect(await told("何志远", "李明呢")).toContain("李明 2026年 接待选民：\n1次");
    expect(await told("何志远", "那羊昌镇走访呢")).toContain("羊昌镇 2026年 走访群众：\n1次");
    expect(await told("何志远", "那按代表呢")).toContain("按代表\n李明 1次");
  });

  test("is of the list where a list was shown", async () => {
    expect(await told("何志远", "未报 羊昌镇 11月")).toContain("羊昌镇 2026年11月还没有记录的代表：4位");
    expect(await told("何志远", "那东风镇呢")).toContain("东风镇 2026年11月还没有记录的代表：5位");
    expect(await told("何志远", "缺席 羊昌镇 今年")).toContain("羊昌镇 2026年");
    expect(await told("何志远", "东风镇呢")).toMatch(/东风镇 2026年[^]*缺席/u);
  });

  test("of a deputy is of the own duty alone", async () => {
    await told("李明", "我今年走访了几户");
    expect(await told("李明", "那接待呢")).toContain("您 2026年 接待选民：\n1次");
    expect(await told("李明", "那东风镇呢")).not.toContain("2026年");
  });

  test("somebody who tells what he did goes on from nothing", async () => {
    await told("李明", "我今年走访了几户");
    const [card] = await city.person("李明").says("昨天走访黄连村4户");
    expect(card?.kind).not.toMatch(/^figures/u);
    await city.person("李明").says("不记了");
  });
});

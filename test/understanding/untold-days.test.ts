import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["黄连村", "马场村"],
  });

test.each([
  ["315那天去超市检查", "2026-03-15"],
  ["三一五当天去菜市场执法检查", "2026-03-15"],
  ["119那天去参加消防宣传", "2026-11-09"],
  ["626当天参加禁毒宣传", "2026-06-26"],
  ["6月7日高考第一天在考点执勤", "2026-06-07"],
])("a day that is called by its number is known: %s", (text, date) => {
  expect(read(text).reports).toMatchObject([{ date }]);
});

test.each(["走访119户", "昨天去315国道看修路"])("a number is no day: %s", (text) => {
  expect(["2026-12-02", "2026-12-01"]).toContain(read(text).reports[0]?.date);
});

test.each([
  "高考头两天去考点执勤",
  "高考期间在考点当志愿者",
  "这两天都在走访,一共9户",
  "这几天走访了12户",
  "近几天入户走访12户",
])("days of which nobody says which they are are asked about: %s", (text) => {
  expect(read(text).ask).toContain("date");
});

test.each([
  "这两天下雨,走访了3户",
  "今天走访6户,这几天路灯都不亮",
  "这几天我都在村里走访,12月1日走访了3户",
  "昨天走访高考学生家庭2户",
])("days that are said beside what was done are no question: %s", (text) => {
  expect(read(text).ask).not.toContain("date");
});

test.each([
  ["昨天先后到黄连村、马场村走访,共11户", "黄连村、马场村"],
  ["昨天到黄连村和马场村走访11户", "黄连村、马场村"],
  ["昨天到黄连村、王家寨走访5户", "黄连村、王家寨"],
  ["昨天到黄连村和王芳走访5户", "黄连村"],
  ["昨天到黄连村和村干部走访5户", "黄连村"],
  ["昨天从黄连村到马场村走访5户", "黄连村"],
])("none of several villages is lost: %s", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place }]);
});

test.each([
  ["昨天帮忙收拾陆家老屋", undefined],
  ["昨天走访拾陆户", { households: 16 }],
  ["捐款壹佰陆拾陆元", { yuan: 166 }],
])("陆 is a family, and six where money or doors are counted: %s", (text, counts) => {
  expect(read(text).reports[0]?.counts).toEqual(counts);
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";
import { withoutRight } from "#src/understanding/without-right.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T10:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["平寨村", "黄连村"],
  });

test.each([
  ["那天是星期四,不是星期五,户数没错", "2026-11-26"],
  ["人数没错,就是日期错了,应该是11月19号", "2026-11-19"],
  ["户数没错就是日期错了,是11月19号", "2026-11-19"],
  ["日期不对,应该是2月24号,人数没错", "2026-02-24"],
  ["人数没变,还是2人,时间改到3月30", "2026-03-30"],
  ["其他都对,日期改成11月19号", "2026-11-19"],
  ["12户没问题,但日期写错了,是11月19号", "2026-11-19"],
  ["地点不用改,时间改成11月19号", "2026-11-19"],
] as const)("a deputy who says what was right has only the day changed: %s", (text, value) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction: { field: "date", value }, ask: [] });
});

test.each([
  ["数量不变,地点是平寨村", { field: "place", value: "平寨村" }],
  ["地点没错,是人数错了,应该是8个", { field: "persons", value: 8 }],
  ["不是6户是8户,4月5日没错", { field: "households", value: 8 }],
  ["是9户才对", { field: "households", value: 9 }],
  ["户数没写对,是9户", { field: "households", value: 9 }],
  ["时间不对,是上午9点,户数没错", { field: "time", value: "09:00" }],
] as const)("a deputy who says what was right has only the rest changed: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test.each([
  "人数不对,去的是9户没错,但那天是11月30号",
  "人数错了,那天是11月19号",
  "人数写错了,是星期四去的",
  "人数不对,3个加5个",
])("no number is made of a day, nor of two numbers: it is asked how many they were: %s", (text) => {
  expect(read(text)).toMatchObject({
    intent: "correction",
    correction: { field: "persons" },
    ask: ["value"],
  });
  expect(read(text).correction?.value).toBeUndefined();
});

test.each([
  ["人数写错了,是早上9点去的,有12人", 12],
  ["人数是3月15日那天的20人", 20],
  ["改人数 8", 8],
  ["人数改成一百二十", 120],
  ["人数错了,是三十二", 32],
] as const)("a number beside a day or a time of day is read as it was said: %s", (text, value) => {
  expect(read(text)).toMatchObject({ correction: { field: "persons", value }, ask: [] });
});

test.each([
  "错了,是9户",
  "没错过一次会",
  "不对的地方改成平寨村",
  "是黄连村才对的",
  "村里变电箱老跳闸,群众反映大",
  "走访2户,没有变动人员",
  "昨天走访12户,问题都解决了",
])("what says of nothing that it is right stays as it is: %s", (text) => {
  expect(withoutRight(text)).toBe(text);
});

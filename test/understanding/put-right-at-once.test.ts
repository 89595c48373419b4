import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村", "羊昌镇"],
  });

test.for([
  "昨天在乐湾村哦不是黄连村走访了5户",
  "昨天在乐湾村,不对,黄连村走访了5户",
  "昨天在乐湾村不是是黄连村走访了5户",
  "昨天在乐湾村也不是乐湾村是黄连村走访了5户",
])("%s: the place that was meant", (text) => {
  expect(read(text).reports).toMatchObject([{ place: "黄连村", counts: { households: 5 } }]);
});

test.for([
  ["昨天走访5户不对6户", { counts: { households: 6 } }],
  ["昨天走访黄连村5户哦不6户", { counts: { households: 6 } }],
  ["昨天哦不对前天走访5户", { date: "2026-09-14" }],
  ["昨天和李明不是是王芳走访了5户", { with: ["王芳"] }],
] as const)("%s means %o", ([text, meant]) => {
  expect(read(text).reports).toMatchObject([meant]);
});

test.for([
  ["昨天走访乐湾村,不是一个人去的,和李明一起走了6户", { place: "乐湾村", with: ["李明"] }],
  ["昨天在乐湾村和黄连村走访了5户", { counts: { households: 5 } }],
  ["昨天走访5户,不是低保户", { counts: { households: 5 } }],
] as const)("%s puts nothing right", ([text, meant]) => {
  expect(read(text).reports).toMatchObject([meant]);
});

test("a correction stays one", () => {
  expect(read("不是乐湾村,是黄连村")).toMatchObject({
    intent: "correction",
    correction: { field: "place", value: "黄连村" },
  });
  expect(read("昨天报的慰问那条地点有误,应在黄连村,劳烦更改")).toMatchObject({
    correction: { field: "place", value: "黄连村" },
  });
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村"],
  });

test.for([
  ["在站里值班两个半天", { half_days: 2 }],
  ["值班三个半天,接待7人", { half_days: 3, persons: 7 }],
  ["昨天值守一个半天", { half_days: 1 }],
  ["昨天宣讲了一个半小时", { hours: 1.5 }],
  ["慰问3户低保,每户500,一共1500", { households: 3, yuan: 1500 }],
  ["看望4位老党员,每人300,合计1200", { persons: 4, yuan: 1200 }],
  ["慰问困难户4户,每户200元,共800元", { households: 4, yuan: 800 }],
] as const)("%s counts %o", ([text, counts]) => {
  expect(read(text).reports.map((one) => one.counts)).toEqual([counts]);
});

test("of each alone nobody says how much it was in all", () => {
  expect(read("慰问3户低保,每户500").reports[0]?.counts).toEqual({ households: 3 });
});

test.for([
  ["今天帮7位留守老人把药代买了送上门", "practical_help"],
  ["帮村里三个老人把高龄补贴代办了", "practical_help"],
  ["今天给7位留守老人送米送油", "poverty_aid"],
  ["在幼儿园门口召集家长开会", "voter_forum"],
])("%s is %s", ([text, kind]) => {
  expect(read(text ?? "").reports).toMatchObject([{ kind }]);
});

test("where they sat down together is told", () => {
  expect(read("5月9号在家政公司召集姐妹开座谈会,听了她们23个人讲社保怎么交").reports).toMatchObject([
    { kind: "voter_forum", date: "2026-05-09", place: "家政公司", counts: { persons: 23 } },
  ]);
});

test("voting at an appraisal is a part of it", () => {
  expect(read("对水务局履职情况的评议会,今天打分投票了").reports).toMatchObject([{ kind: "work_appraisal" }]);
});

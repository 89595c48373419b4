import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-09-16T12:00:00+08:00") =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["李明", "罗文军"],
    places: ["黄连村", "三江村"],
  });

test.each([
  ["罗文军代表不会用手机,我替他报:昨天调解土地纠纷1起", "mediation"],
  ["罗文军代表委托我上报:昨天走访8户", "home_visit"],
  ["罗文军代表的年度履职报告今天交来了,麻烦登记", "annual_report"],
])("whose record it is may stand first, before the wish: %s", (text, kind) => {
  expect(read(text)).toMatchObject({ onBehalf: "罗文军", reports: [{ kind }] });
});

test.each([
  ["前报走访户数有误,应为12户,请予更正", { field: "households", value: 12 }],
  ["多写了一户,实际7户", { field: "households", value: 7 }],
  ["请将履职类型更正为专题调研", { field: "kind", value: "thematic_research" }],
  ["刚刚说的不是八户是九户", { field: "households", value: 9 }],
] as const)("%s is put right, as clerks write", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction });
});

test.each([
  "志愿者服务站长期关门",
  "某培训机构卷款跑路,涉及家长60余人",
  "镇政府便民大厅中午无人值班,群众跑空",
])("a duty's name in a complaint is no record, or is asked about: %s", (text) => {
  const { intent, ask } = read(text);
  expect(intent === "opinion" || ask.includes("intent")).toBe(true);
});

test("a holiday in somebody's name is no day", () => {
  const { reports } = understand("和赵国庆一道,14日到三江村看水厂", {
    at: new Date("2026-10-20T12:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["赵国庆"],
    places: ["三江村"],
  });
  expect(reports).toMatchObject([{ date: "2026-10-14", place: "三江村", with: ["赵国庆"] }]);
});

test("a record's own day keeps it apart from the one before", () => {
  const { reports } = read("9月12号视察了三江村的水厂,9月13号又去看了垃圾中转站");
  expect(reports.map((one) => one.date)).toEqual(["2026-09-12", "2026-09-13"]);
});

test("what was proposed at a meeting is part of it", () => {
  expect(read("区里组织的营商环境座谈会我去了,提了两条建议").reports).toMatchObject([
    { kind: "meeting_attend", counts: { entries: 2 } },
  ]);
});

test.each([
  ["那个培训的日期不是15号嘛是16号", { field: "date", value: "2026-09-16" }],
  ["更改一下,昨天走访的是八户人家", { field: "households", value: 8 }],
  ["地方不对,在三江村委会开的", { field: "place", value: "三江村委会" }],
] as const)("%s: what is said last is meant", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction });
});

test("a household that was visited speaks, and is counted all the same", () => {
  const { reports, opinions } = read("今天走访嘛走了七八户都说今年的烟叶价格不行");
  expect(reports).toMatchObject([{ kind: "home_visit", counts: { households: 7 } }]);
  expect(opinions).toHaveLength(1);
});

test("each day of a row of days has its own record", () => {
  const { reports } = read("9月10日,视察;9月11日,调研;9月12日,走访8户");
  expect(reports.map((one) => one.date)).toEqual(["2026-09-10", "2026-09-11", "2026-09-12"]);
});

test("a day in the station to which nobody came is a day in the station", () => {
  expect(read("上午我在站里头坐了一上午没得人来").reports).toMatchObject([{ kind: "station_duty" }]);
});

test("10月 after a word that asks for a look is October, not ten months", () => {
  expect(read("帮我看下10月有哪些人请假", "2026-10-21T12:00:00+08:00").query).toMatchObject({
    from: "2026-10-01",
    to: "2026-10-31",
  });
});

test("two days of training that somebody asked to have entered are those two days", () => {
  const told = read("罗文军代表让我帮他登记:9月11日至12日参加市里的代表培训,2天");
  expect(told).toMatchObject({
    onBehalf: "罗文军",
    reports: [{ kind: "training", date: "2026-09-11", end: "2026-09-12" }],
  });
});

test.each([
  ["等等,是7户,少算了一家", { field: "households", value: 7 }],
  ["上一条是视察,不是执法检查,我搞混了", { field: "kind", value: "inspection" }],
  ["捐款那条应该是600元,我记混了", { field: "yuan", value: 600 }],
] as const)("%s corrects", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction });
});

test("a spouse in hospital is the family, a roster at the hospital is work", () => {
  expect(read("明天的会请假,老伴住院").leave).toMatchObject({ reason: "family" });
  expect(read("明天执法检查请假,医院排班走不开").leave).toMatchObject({ reason: "work_shift" });
});

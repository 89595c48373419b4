import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-09-16T09:00:00+08:00") =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村", "羊昌镇", "羊昌镇代表联络站"],
  });

test.for([
  "李明代表托我报一条,黄连村到镇上的班车停了两个月,群众出门很不方便",
  "李明代表让我反映一下,黄连村的路灯坏了半个月没人修",
  "代李明代表报意见:黄连村的路灯坏了半个月没人修",
])("%s is what he wants to be heard, and no deed of his", (text) => {
  const told = read(text);
  expect(told).toMatchObject({ intent: "opinion", onBehalf: "李明", reports: [] });
  expect(told.opinions).toMatchObject([{ place: "黄连村" }]);
});

test("who speaks for a deputy whose phone is broken tells of that deputy's deed", () => {
  expect(read("李明代表手机坏了,我替他讲,昨天晚上他在乐湾村开院坝会,到了18户")).toMatchObject({
    onBehalf: "李明",
    reports: [{ kind: "voter_forum", date: "2026-09-15", place: "乐湾村", counts: { households: 18 } }],
  });
  expect(read("9月10日李明代表在乐湾村向选民述职,到场62人,材料我已存档")).toMatchObject({
    onBehalf: "李明",
    reports: [{ kind: "report_to_voters", counts: { persons: 62 } }],
  });
  expect(read("李明代表要提一件建议,内容是给村医增加补贴,由我代为提交")).toMatchObject({
    onBehalf: "李明",
    suggestion: { title: "给村医增加补贴" },
  });
});

test.for([
  "王芳代表9月15日在乐湾村走访了5户,她不会用手机,我替她报",
  "王芳代表9月15日在乐湾村走访了5户,眼睛不好,我帮她登记一下",
  "王芳代表9月15日在乐湾村走访了5户。不太会用微信,麻烦登记",
])("%s: why somebody else enters it is no opinion", (text) => {
  expect(read(text)).toMatchObject({
    onBehalf: "王芳",
    reports: [{ kind: "home_visit", date: "2026-09-15", place: "乐湾村", counts: { households: 5 } }],
    opinions: [],
  });
});

test.for([
  "今天走访了3户,剩下的9户打算后天再去",
  "今天走访了3户,还有9户明天去",
  "今天走访了3户,明天再去剩下的9户",
])("%s is a record of three families, and nothing is asked", (text) => {
  expect(read(text)).toMatchObject({ reports: [{ counts: { households: 3 } }], opinions: [], ask: [] });
});

test("three families who will have no food tomorrow are no plan, and cannot wait", () => {
  const { reports, opinions } = read("今天走了3户,还有3户明天就断粮了");
  expect(reports).toMatchObject([{ counts: { households: 3 } }]);
  expect(opinions).toMatchObject([{ text: "还有3户明天就断粮了", urgent: true }]);
});

test("what is told before who grumbles is the matter", () => {
  expect(read("园区快递不进厂,驿站远三公里,职工抱怨").opinions).toMatchObject([
    { text: "园区快递不进厂,驿站远三公里,职工抱怨" },
  ]);
});

test("the next days in one breath are records of their own", () => {
  const { reports } = read("七月二十八号值班半天七月三十号走访八户八一那天慰问退役军人四名");
  expect(reports.map(({ kind, date }) => [kind, date])).toEqual([
    ["station_duty", "2026-07-28"],
    ["home_visit", "2026-07-30"],
    ["poverty_aid", "2026-08-01"],
  ]);
});

test.for([
  ["外出考察,重庆,1天", "重庆"],
  ["上周外出考察了2天,看的是毕节的刺梨产业", "毕节"],
  ["羊昌赶场,设摊,登记群众18人次", "羊昌"],
])("%s was at %s", ([text, place]) => {
  expect(read(text ?? "").reports).toMatchObject([{ place }]);
});

test("who does not remember the day is asked for it", () => {
  expect(read("走访了好几天,有些记不清了,先报走访,哪天报不准").ask).toContain("date");
});

test("what was done on each of several days is not the sum, and is asked", () => {
  const told = read("前天和昨天都去走访了黄连村,一天6户");
  expect(told.reports[0]?.counts).toBeUndefined();
  expect(told.ask).toContain("count");
  expect(read("昨天一天走了6户").reports).toMatchObject([{ counts: { households: 6 } }]);
});

test("from one day on to another ends on the other, and 期间 is no part of a day", () => {
  expect(
    read("区里的人代会昨天闭幕了我是从十二号开始报到一直开到十五号一天都没有落下").reports,
  ).toMatchObject([{ date: "2026-09-12", end: "2026-09-15" }]);
  expect(read("9月1日至9月7日期间一共走访了23户")).toMatchObject({
    reports: [{ date: "2026-09-01", end: "2026-09-07", counts: { households: 23 } }],
    ask: [],
  });
});

test("a day that only says when it is told is not the day of the deed", () => {
  const { reports } = read("今天是最后一天,9月12号走访7户,9月14号接待选民2人");
  expect(reports.map(({ date }) => date)).toEqual(["2026-09-12", "2026-09-14"]);
});

test("a day that comes again within days may be a slip, and is asked about; with its year it is certain", () => {
  expect(read("9月20号走访黄连村5户").ask).toContain("date");
  expect(read("去年9月20号走访黄连村5户").ask).not.toContain("date");
  expect(read("9月10号走访黄连村5户").ask).not.toContain("date");
});

test("who is away on business tells of no duty", () => {
  expect(read("9月18号到20号去外地出差").intent).toBe("chat");
  expect(read("昨天去遵义考察").reports).toMatchObject([{ kind: "exchange_visit", place: "遵义" }]);
});

test("今年统计 is of duty, and 今年意见统计 of what residents brought up", () => {
  expect(read("今年统计").query?.name).toBe("stats");
  expect(read("今年意见统计").query?.name).toBe("opinion_stats");
});

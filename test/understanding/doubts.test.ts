import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-09-16T12:00:00+08:00") =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["李明", "罗文军"],
    places: ["黄连村", "三江村"],
  });

test.each(["有人要跳楼", "电线掉在路上,还带着电", "煤气泄漏了", "孩子被困在电梯里", "菜市场门口打起来了"])(
  "%s is urgent",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "opinion", opinions: [{ category: "safety", urgent: true }] });
  },
);

test("three point five households are asked about, not five", () => {
  const { reports, ask } = read("昨天走访黄连村三点五户");
  expect(reports).toMatchObject([{ kind: "home_visit", place: "黄连村" }]);
  expect(reports[0]?.counts).toBeUndefined();
  expect(ask).toContain("count");
});

test("two amounts of one unit side by side are asked about", () => {
  expect(read("昨天调研,看了养老机构2处;托育机构3处").ask).toContain("count");
});

test("a phone number is no amount and no place", () => {
  const { reports } = read("昨天接待选民3人,电话13885012345");
  expect(reports).toMatchObject([{ kind: "reception", counts: { persons: 3 } }]);
  expect(reports[0]?.place).toBeUndefined();
});

test("what is still to come today is a plan, told of as done it is asked about", () => {
  expect(read("今天晚上八点去三江村参加院坝会")).toMatchObject({ intent: "chat", reports: [] });
  expect(read("今晚走访了3户")).toMatchObject({ intent: "report", ask: ["date"] });
  expect(read("今晚走访了3户", "2026-09-16T21:00:00+08:00")).toMatchObject({ intent: "report", ask: [] });
});

test("who asked for an entry may say so at the end, and who came along may stand first", () => {
  expect(read("罗文军代表昨天走了八户,他喊我帮他报一下")).toMatchObject({
    onBehalf: "罗文军",
    reports: [{ kind: "home_visit", date: "2026-09-15", counts: { households: 8 } }],
  });
  expect(read("李明和我昨天去走访了4户").reports).toMatchObject([{ with: ["李明"] }]);
  const both = read("9月10日植树,9月11日走访8户,都和李明一起").reports;
  expect(both.map((one) => one.with)).toEqual([["李明"], ["李明"]]);
});

test("what comes of a matter is said with it, and is no matter of its own", () => {
  const { opinions } = read("砂石厂天天放炮,房子都震裂口了,老百姓说再不管就要去堵路");
  expect(opinions).toHaveLength(1);
  expect(opinions[0]?.urgent).toBe(true);
});

test("leave is asked for with its reason between the meeting and the wish", () => {
  expect(read("这周五的会我感冒发烧来不了").leave).toEqual({ date: "2026-09-18", reason: "illness" });
});

test("昨下午 is the afternoon of yesterday", () => {
  expect(read("昨下午在站里值班,来了2人").reports).toMatchObject([{ date: "2026-09-15" }]);
});

test("a promised day is not the day of the deed", () => {
  const { reports } = read("把下水道的事跟群众回了话,说月底动工");
  expect(reports).toMatchObject([{ kind: "opinion_feedback", date: "2026-09-16" }]);
});

test("hours of a duty are its own, and nobody who came is no count", () => {
  expect(read("我今天值班上午九点到下午五点接了七个人", "2026-09-16T20:00:00+08:00").reports).toMatchObject([
    { kind: "station_duty", counts: { persons: 7 } },
  ]);
  expect(read("今天代表进站,坐了3小时,一个人也没来").reports[0]?.counts).toEqual({ hours: 3 });
});

test("how a quarrel went is part of having settled it", () => {
  const { reports, opinions } = read("我昨天去劝那两口子,闹到要打架,后头劝拢了");
  expect(reports).toMatchObject([{ kind: "mediation" }]);
  expect(opinions).toEqual([]);
});

test("what residents say beside a record is asked about where it only looks like it", () => {
  const { opinions, ask } = read("今天和李明代表去了三家超市,看食品过没过期");
  expect(opinions.length === 0 || ask.includes("intent")).toBe(true);
});

test("a bare wish is a matter, never a deed", () => {
  expect(read("建议给三江村增加一个24小时自助图书馆")).toMatchObject({ intent: "opinion", reports: [] });
});

test.each([
  ["人数不是12,是21", { field: "persons", value: 21 }],
  ["类别改成环境", { field: "category", value: "environment" }],
] as const)("%s is put right", (text, correction) => {
  expect(read(text).correction).toEqual(correction);
});

test("the talk at the end of an inspection is part of it, and two groups of callers are two matters", () => {
  expect(read("3月9日,视察旧改工程3处,并召开座谈会").reports).toMatchObject([{ kind: "inspection" }]);
  const { opinions } = read("今天值班来了两拨人,一拨说物业乱收费,一拨说公园没有灯");
  expect(opinions.map((one) => one.text)).toHaveLength(2);
});

test("不去视察扣不扣分 asks, and reports nothing", () => {
  expect(read("不去视察扣不扣分")).toMatchObject({ intent: "query", query: { name: "rules" } });
});

test.each([
  "今天走访了三江村12户,看看烤火炭备够没",
  "昨天帮老杨家拉了半天煤,他腿脚不方便",
  "上午学习了全会精神,是代表小组组织的",
  "今天去场上摆摊,有十多个老乡来讲事",
])("%s is one record and no complaint", (text) => {
  const { reports, opinions } = read(text);
  expect(reports).toHaveLength(1);
  expect(opinions).toEqual([]);
});

test.each(["本来今天值班,临时换到周五了", "计划月底开一次述职会"])("%s is no record", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", reports: [] });
});

test("after a number it is the measure that sounds like what was typed", () => {
  expect(read("今天视察了2各工地").reports).toMatchObject([{ counts: { places: 2 } }]);
  expect(read("昨天走访了6护人家").reports).toMatchObject([{ counts: { households: 6 } }]);
});

test.each(["__proto__", "valueOf x", "hello there"])("%s tells nothing", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", reports: [], opinions: [], ask: [] });
});

test("somebody known who stands in a record without a part in it is asked about, and not left out", () => {
  expect(read("昨天调解纠纷1起,当时罗文军在现场看").ask).toContain("with");
});

test.each([
  "昨天附议了罗文军代表的建议1件",
  "昨天联名建议1件,由罗文军代表牵头",
  "我是罗文军,今天值班接待5人",
  "昨天和罗文军走访8户",
])("whose part is plain is not asked about: %s", (text) => {
  expect(read(text).ask).not.toContain("with");
});

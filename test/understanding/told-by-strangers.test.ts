import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-11-20T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["魏春生", "骆小菊", "石美玲"],
    places: ["岩上村", "水潦村", "向田社区"],
  });

test("two who went are no two places", () => {
  const { reports } = read("昨天跟骆小菊两个去看了水库");
  expect(reports).toMatchObject([{ with: ["骆小菊"] }]);
  expect(reports[0]?.counts).toBeUndefined();
});

test.each([
  ["把上个月28号的走访补一下,5户,黄泥堡", "黄泥堡"],
  ["昨天走访6户,羊儿坝", "羊儿坝"],
])("a hamlet at the end of %s is where it was", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place }]);
});

test.each(["昨天走访6户,修水沟", "昨天走访6户,爬坡"])("%s names no hamlet", (text) => {
  expect(read(text).reports[0]?.place).toBeUndefined();
});

test("who is helped and who comes along is no place", () => {
  expect(read("替村里争取了12万修路,昨天到账").reports).toMatchObject([{ counts: { wan_yuan: 12 } }]);
  expect(read("替村里争取了12万修路,昨天到账").reports[0]?.place).toBeUndefined();
  expect(read("今天跟派出所去学校讲防诈骗").reports[0]?.place).not.toBe("派出所");
});

test.each([
  ["昨天调解了一起欠工钱的,要回来8600", { cases: 1, yuan: 8600 }],
  ["昨天帮村里争取到资金5万", { wan_yuan: 5 }],
])("money without its unit is money: %s", (text, counts) => {
  expect(read(text).reports).toMatchObject([{ counts }]);
});

test.each([
  "昨天帮王大爷办报销,跑了三趟,一共2300",
  "昨天接到群众电话4个,都给解释了",
  "11月17日接待3",
  "今天检查了水泥厂和两个砂场,参加安全生产法执法检查",
  "昨天调解了刘家两兄弟分家的事,还有一起是打工被欠钱的,要回来8600",
])("an amount of nobody knows what is asked about: %s", (text) => {
  expect(read(text).ask).toContain("count");
});

test("每家500块,一共1500 is no amount of nobody knows what", () => {
  expect(read("昨天慰问三家,每家500块,一共1500").ask).not.toContain("count");
});

test("days with a stroke part records as others do", () => {
  expect(read("11/18 走访5户;11/19 宣讲40人").reports).toMatchObject([
    { kind: "home_visit", date: "2026-11-18", counts: { households: 5 } },
    { kind: "publicity", date: "2026-11-19", counts: { persons: 40 } },
  ]);
});

test.each(["我们组昨天集中视察了学校食堂,我请假没去", "昨天小组活动看了茶厂,但我有事没参加"])(
  "what others did while the speaker stayed away is never filed silently: %s",
  (text) => {
    const { reports, ask } = read(text);
    expect(reports.length === 0 || ask.includes("intent")).toBe(true);
  },
);

test("who could not go to one thing did another", () => {
  expect(read("昨天走访了5户,有两户我没去成")).toMatchObject({ reports: [{ kind: "home_visit" }] });
  expect(read("昨天走访了5户,有两户我没去成").ask).not.toContain("kind");
});

test("what was told before is no new matter, and how many speak is no part of it", () => {
  expect(read("昨天回访上次反映漏水的张家,已经修好了").opinions).toEqual([]);
  expect(read("11月走访7家商户,其中3家反映房租高").opinions).toMatchObject([{ text: "房租高" }]);
});

test("every item of what people ask for is a matter", () => {
  const { opinions } = read("群众要求:一、修水渠;二、通班车;三、装路灯");
  expect(opinions.map(({ text }) => text)).toEqual(["修水渠", "通班车", "装路灯"]);
});

test("a day that is only pointed at is asked about", () => {
  expect(read("那天我也在,看望老党员那次,算我一个").ask).toContain("date");
  expect(read("11月18号那天我也在,看望了老党员5名").ask).not.toContain("date");
});

test("a price that is pressed down is a matter", () => {
  expect(read("昨天下组走访,问了15户种烤烟的,烟叶收购价压得低").opinions).toMatchObject([
    { category: "agriculture" },
  ]);
});

test("who was taken along to learn is no hearsay", () => {
  expect(read("昨天组织村民代表去水潦村参观学习,一共18人").reports).toMatchObject([
    { kind: "exchange_visit", date: "2026-11-19", counts: { persons: 18 } },
  ]);
  expect(read("昨天村干部去水潦村参观学习").reports).toEqual([]);
});

test("the day that a deed was put off to is its day", () => {
  expect(read("本来昨天要走访的,下大雨改到今天,走了5户").reports).toMatchObject([{ date: "2026-11-20" }]);
});

test("how late it became is no time at which it was", () => {
  expect(read("昨天半夜村里起火,我跟着救火,忙到三点").reports[0]?.time).toBeUndefined();
  expect(read("昨天下午三点到五点走访了5户").reports).toMatchObject([{ time: "15:00" }]);
});

test.each([
  ["昨天去岩上村走了一圈,看了四五家", { counts: { households: 4 }, approx: ["households"] }],
  ["11月16日慰问环卫工人20名,送手套20双、围巾20条", { counts: { persons: 20 } }],
  ["走访/岩上村/11.14/7户/独居老人", { date: "2026-11-14", counts: { households: 7 } }],
])("what %s counts", (text, record) => {
  const { reports } = read(text);
  expect(reports).toMatchObject([record]);
  expect(reports[0]?.counts?.entries).toBeUndefined();
});

test("how many deputies went is no number of those who were met", () => {
  const { reports } = read("11月13日,石美玲、魏春生等5名代表视察水潦村高标准农田,我参加。");
  expect(reports).toMatchObject([{ with: ["石美玲", "魏春生"] }]);
  expect(reports[0]?.counts).toBeUndefined();
});

test("who did not get in is no company, and who was told to mend something is no place", () => {
  expect(read("昨天旁听案子,骆小菊迟到了没进去").reports[0]?.with).toBeUndefined();
  expect(read("我们村昨天停水,我协调水厂修好了").reports[0]?.place).toBeUndefined();
});

test("three wrongs in three breaths are three matters, of one kind they may be one", () => {
  expect(read("大家反映:路灯不亮,垃圾乱丢,广场舞吵").opinions).toHaveLength(3);
  expect(read("群众反映楼道灯坏了,一直没人修,黑漆漆的").opinions).toHaveLength(1);
});

test.each([
  ["岩上村3组,昨天下午,走访,4户", "岩上村3组"],
  ["水潦村,11月14日,走访4户", "水潦村"],
])("where it was may stand before the day: %s", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place, counts: { households: 4 } }]);
});

test("to whom it was passed on is no place", () => {
  expect(read("昨天走访中发现有3户房子裂缝,已报镇里").reports[0]?.place).toBeUndefined();
});

test("3万2千块 is 3.2万元", () => {
  expect(read("昨天捐款3万2千块")).toMatchObject({ reports: [{ counts: { wan_yuan: 3.2 } }], ask: [] });
});

test.each(["昨天上午走访了4户,顺路看了养老情况", "昨天带着村里几个人走访了3户"])(
  "%s names no place",
  (text) => {
    expect(read(text).reports[0]?.place).toBeUndefined();
  },
);

test.each(["接待选民3人和走访岩上村2户", "走访岩上村2户以及接待选民3人", "走访岩上村2户与接待了选民3人"])(
  "昨天%s are two deeds, each with its own amount",
  (told) => {
    const { reports, ask } = read(`昨天${told}`);
    expect(ask).toEqual([]);
    expect(reports).toHaveLength(2);
    expect(reports).toContainEqual(
      expect.objectContaining({ kind: "home_visit", place: "岩上村", counts: { households: 2 } }),
    );
    expect(reports).toContainEqual(expect.objectContaining({ kind: "reception", counts: { persons: 3 } }));
  },
);

import { expect, test } from "vitest";
import { readStrangers as read } from "#test/support/read-strangers.ts";

test.each([
  "10月:\n一、走访\n  1)10月3日 岩上村 4户\n  2)10月17日 水潦村 6户",
  "走访\n1、10月3日岩上村4户\n2、10月17日水潦村6户",
  "走访情况如下:\n10.3 岩上村 4户\n10.17 水潦村 6户",
  "本月走访:\n①10月3日,岩上村,4户\n②10月17日,水潦村,6户。",
])("each day of a list under the name of a duty is one: %s", (text) => {
  expect(read(text)).toMatchObject({
    reports: [
      { kind: "home_visit", date: "2026-10-03", place: "岩上村", counts: { households: 4 } },
      { kind: "home_visit", date: "2026-10-17", place: "水潦村", counts: { households: 6 } },
    ],
    ask: [],
  });
});

test("each heading of a list holds for what stands under it", () => {
  const { reports, ask } = read(
    "一、慰问\n1、10月9日 河坝镇 困难妇女12户 6000元\n二、调解\n10月20日 邻里纠纷1起\n三、接待\n10月21日 3人",
  );
  expect(reports).toMatchObject([
    { kind: "poverty_aid", date: "2026-10-09", place: "河坝镇", counts: { households: 12, yuan: 6000 } },
    { kind: "mediation", date: "2026-10-20", counts: { cases: 1 } },
    { kind: "reception", date: "2026-10-21", counts: { persons: 3 } },
  ]);
  expect(ask).toEqual([]);
});

test.each(["走访\n10月3日调解纠纷1起\n10月4日接待选民2人", "昨天走访5户\n10月3日起停水,影响200户\n路灯不亮"])(
  "a day that tells of something itself is not put under a heading: %s",
  (text) => {
    expect(read(text).reports.filter(({ kind }) => kind === "home_visit").length).toBeLessThan(2);
  },
);

test.each([
  ["10月5日到岩上村慰问,\n1、慰问学生26名\n2、老师们反映操场没有围栏", { persons: 26 }],
  ["10月5日接待了1个选民说村医没有编制", { persons: 1 }],
  ["10月5日走访了3户村民反映水管漏水", { households: 3 }],
])("who was met is counted, and who speaks next is heard: %s", (text, counts) => {
  const { reports, opinions } = read(text);
  expect(reports).toMatchObject([{ date: "2026-10-05", counts }]);
  expect(opinions).toHaveLength(1);
});

test.each([
  ["国庆看了4户困难家庭 岩上村的 送油送米 是2号", ["2026-10-02"]],
  ["国庆慰问了4户困难家庭,是2号", ["2026-10-02"]],
  ["10月16号走访了4户,18号夜里抢救没法写,20号交了建议1件", ["2026-10-16", "2026-10-20"]],
  ["10月3号到5号志愿服务3天,6号补觉,8号接待了2个选民", ["2026-10-03", "2026-10-08"]],
  ["这两天:29号上午走访5户,下午去水潦村调解纠纷1起,30号休息", ["2026-10-29", "2026-10-29"]],
  ["10月20号走访3户,21号院里忙,22号接待2人", ["2026-10-20", "2026-10-22"]],
  ["10.1 志愿交通劝导 3小时\n10.2 无\n10.3 走访返乡青年7人", ["2026-10-01", "2026-10-03"]],
  ["这月三件事:10.9接待选民2名,10.17走访脱贫户7户", ["2026-10-09", "2026-10-17"]],
  ["10月15号到17号培训,我一天没落下", ["2026-10-15"]],
])("the days of %s are %j", (text, days) => {
  const { reports, ask } = read(text);
  expect(reports.map(({ date }) => date)).toEqual(days);
  expect(ask).not.toContain("date");
});

test("a stretch of days of which none was missed stays whole", () => {
  expect(read("10月15号到17号培训,我一天没落下").reports).toMatchObject([{ end: "2026-10-17" }]);
});

test.each([
  ["改10户", { field: "households", value: 10 }],
  ["改成12人", { field: "persons", value: 12 }],
  ["更正:十二户", { field: "households", value: 12 }],
  ["捐款改6000", { field: "yuan", value: 6000 }],
  ["慰问金改成3000", { field: "yuan", value: 3000 }],
])("%s puts an amount right", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test.each(["捐款6000", "改善了10户的住房条件", "低保的标准改成800元"])("%s puts nothing right", (text) => {
  expect(read(text).correction).toBeUndefined();
});

test.each([
  "原定今天和骆小菊、石美玲一起走访的,她俩都没来,我一个人走访了5户",
  "本来约骆小菊一起走访,结果她没来,我自己走访了5户",
  "和骆小菊、石美玲约好走访,他们都有事没来,我走访了5户",
])("who did not come is no company: %s", (text) => {
  expect(read(text).reports.flatMap((one) => one.with ?? [])).toEqual([]);
});

test("who came is company, whoever else stayed away", () => {
  expect(read("今天和骆小菊一起走访了5户,选民代表没来").reports).toMatchObject([{ with: ["骆小菊"] }]);
});

test.each([
  ["宣讲十五五,厂里,40人", "厂里"],
  ["今天在工地给工友宣讲安全生产法,1场", "工地"],
  ["今天跑了一趟卫健局看我那件救护车建议办到哪步了", "卫健局"],
  ["今天和镇里监督民生实事项目,到汴河路公办幼儿园察看了进度", "汴河路公办幼儿园"],
])("%s was at %s", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place }]);
});

test("a motion of one's own and one that was seconded are two, each with its number", () => {
  expect(read("十月十六日,本人领衔提出议案一件,附议他人议案二件,均已提交。")).toMatchObject({
    reports: [
      { kind: "motion_lead", counts: { items: 1 } },
      { kind: "motion_cosign", counts: { items: 2 } },
    ],
    ask: [],
  });
});

test("the yearly report and having reported to voters are two", () => {
  expect(read("年报交了。述职也做了,50人").reports).toMatchObject([
    { kind: "annual_report" },
    { kind: "report_to_voters", counts: { persons: 50 } },
  ]);
});

test("帮企业报年报 is no yearly report of a deputy", () => {
  expect(read("昨天帮超市老板把企业年报交了").reports.map(({ kind }) => kind)).not.toContain("annual_report");
});

test("what was won for those who quarrelled is part of having settled it", () => {
  expect(read("10月24日成功调解工伤赔偿纠纷一起,为3名农民工争取赔偿款18.6万元。").reports).toMatchObject([
    { kind: "mediation", counts: { cases: 1, persons: 3, wan_yuan: 18.6 } },
  ]);
  expect(read("10月24日调解纠纷一起,另外帮3户群众修好了水管").reports).toHaveLength(2);
});

test.each(["昨天走访了八户不对不对是十户岩上村的", "昨天走访了八户,不对,不对,十户,岩上村的"])(
  "what was put right twice over is meant: %s",
  (text) => {
    expect(read(text).reports).toMatchObject([{ place: "岩上村", counts: { households: 10 } }]);
  },
);

test("where all of it was is said of both", () => {
  const { reports } = read("上午走访下午值班都是在沿河社区 走访3户 接待1人");
  expect(reports.map(({ place }) => place)).toEqual(["沿河社区", "沿河社区"]);
});

test.each(["今天联络站值班是魏春生去的,我替他报,接待了4人", "今天的接待是魏春生做的,我帮他报一下,接待了4人"])(
  "whose record it is, though the deed stands first: %s",
  (text) => {
    expect(read(text)).toMatchObject({ onBehalf: "魏春生", reports: [{ counts: { persons: 4 } }] });
  },
);

test("a meeting to which the district calls is an official one", () => {
  expect(read("我11月18日上午的执法检查请假,区里通知我去开文明城市创建工作会").leave).toMatchObject({
    reason: "official_meeting",
  });
  expect(read("11月18日的执法检查请假,要去给儿子开家长会").leave).toMatchObject({ reason: "family" });
});

test.each(["不是我去的,那天是别的干事送的材料", "审议报告那天我没发言"])(
  "%s files nothing silently",
  (text) => {
    const { reports, correction, ask } = read(text);
    expect([reports.length, correction, ask.length > 0].filter(Boolean).length).toBeLessThan(2);
  },
);

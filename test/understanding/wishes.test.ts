import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-09-16") =>
  understand(text, {
    at: new Date(`${at}T18:00:00+08:00`),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["平寨村", "三江村"],
  });

test.each([
  ["9月19日家访日活动,学校刚开学走不脱,请假", "2026-09-19", "work_shift"],
  ["今天接到通知18号开会,我家收谷子去不了", "2026-09-18", "farm_season"],
  ["周四市里有会,周五来不了", "2026-09-18", "official_meeting"],
  ["9月22日到25日我在外地出差请假,24号的会来不了", "2026-09-24", "business_trip"],
  ["下周二小组学习,排了我的班,来不了", "2026-09-22", "work_shift"],
  ["明天上午区政府开常务会要我列席,联络站值班请假", "2026-09-17", "official_meeting"],
] as const)(
  "a deputy's leave is for the day of the meeting, whatever other day he names: %s",
  (text, date, reason) => {
    expect(read(text)).toMatchObject({ intent: "leave", leave: { date, reason } });
  },
);

test.each([
  [
    "四季度有哪几次视察",
    "2026-09-16",
    { name: "upcoming_activities", from: "2026-10-01", kind: "inspection" },
  ],
  [
    "四月份安排了哪些活动",
    "2026-03-30",
    { name: "upcoming_activities", from: "2026-04-01", to: "2026-04-30" },
  ],
  ["四季度有哪几次视察", "2027-01-10", { name: "stats", from: "2026-10-01" }],
  ["八月份组织了几次视察", "2026-09-16", { name: "stats", from: "2026-08-01" }],
] as const)(
  "what is arranged for later lies ahead, and what was done behind: %s on %s",
  (text, at, query) => {
    expect(read(text, at)).toMatchObject({ intent: "query", query, ask: [] });
  },
);

test.each([
  ["代表建议提出来以后,承办单位要在多久以内答复", { name: "deadlines" }],
  ["提的建议一般要好久给回复", { name: "deadlines" }],
  ["我提的建议好久答复", { name: "my_opinions" }],
  ["我上次说的公厕那个事转给哪个部门了", { name: "my_opinions" }],
  ["报错了在哪改", { name: "help" }],
  ["一年要值几次班才合格", { name: "rules", kind: "station_duty" }],
] as const)("a deputy asks in his own words: %s", (text, query) => {
  expect(read(text)).toMatchObject({ intent: "query", query, ask: [] });
});

test.each([
  ["视察是到15号才完,不是14号", { field: "end", value: "2026-09-15" }],
  ["学习班9月12日结束,刚才填的13日不对", { field: "end", value: "2026-09-12" }],
  ["那条臭水沟的意见分到环境类更合适", { field: "category", value: "environment" }],
  ["断头路那件应算交通,不是城建", { field: "category", value: "transport" }],
  ["流转的地改成95亩", { field: "mu", value: 95 }],
  ["来的人改成15个", { field: "persons", value: 15 }],
] as const)("a deputy puts right what he filed without naming its field: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test.each(["污水的问题归环保局", "那条路的问题归交通局管"])(
  "what residents want otherwise puts nothing right: %s",
  (text) => {
    expect(read(text).correction).toBeUndefined();
  },
);

test.each([
  ["今天到平寨村走访,看到厕所没有冲水,臭得很", "厕所没有冲水,臭得很"],
  ["今天去平寨村走访发现村口路灯全瞎了", "村口路灯全瞎了"],
  ["下午视察工地,见工人没戴安全帽", "工人没戴安全帽"],
])("what a deputy saw for himself is a matter beside his record: %s", (text, matter) => {
  expect(read(text)).toMatchObject({ intent: "report", opinions: [{ text: matter }] });
});

test.each([
  "今天视察了污水厂,发现设备运转正常",
  "参加食品安全执法检查,发现隐患2处,已要求整改",
  "今天走访看到一位老人独居,给他送了米",
])("what a deputy saw in order, counted or mended himself is none: %s", (text) => {
  expect(read(text)).toMatchObject({ intent: "report", opinions: [] });
});

test.each([
  ["选民托我反映三样:一、村里路灯全黑了;二、自来水浑;三、派出所办证态度差", 3],
  ["有几个事要反映:1.沟渠堵了 2.村卫生室没药", 2],
  ["群众让我带几句话:水费贵;垃圾没人清", 2],
])("the head of a list of matters is none of them: %s", (text, count) => {
  expect(read(text).opinions).toHaveLength(count);
});

test.each(["早上好,主任", "领导辛苦,注意身体", "今天太阳真大"])(
  "a greeting needs no question: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "chat", ask: [] });
  },
);

test.each(["附议", "我想提个建议"])(
  "of a suggestion without a title it is asked what it is of: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "suggestion", suggestion: { title: "" }, ask: ["title"] });
  },
);

test("what is headed as a suggestion is one, though it complains", () => {
  expect(read("代表建议:请交通局尽快硬化平寨村到三江村的断头路,群众等了六年")).toMatchObject({
    intent: "suggestion",
    suggestion: { role: "lead" },
    ask: [],
  });
});

test.each(["群众有意见要反映", "我要反映个情况", "有群众找我反映了一个问题"])(
  "who only says that there is a matter is asked which: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "opinion", opinions: [], ask: ["text"] });
  },
);

test.each([
  ["意见内容改成:路灯不亮已经一周", { field: "text", value: "路灯不亮已经一周" }],
  ["不在平寨村,在三江村", { field: "place", value: "三江村" }],
] as const)("a deputy says what was meant instead: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction, ask: [] });
});

test("what is said with an item of a list belongs to it, and that people agree is no matter", () => {
  expect(
    read("选民托我说三件:一是名单没公示;二是电瓶车老被偷,监控又是坏的;三是独居老人没人照看").opinions,
  ).toHaveLength(3);
  expect(read("路灯修好的结果我打电话告诉反映人了,4个人都说晓得了")).toMatchObject({
    intent: "report",
    reports: [{ kind: "opinion_feedback" }],
    opinions: [],
  });
});

test("what somebody wishes for is told with what it is wished for", () => {
  expect(read("老街农家乐淡季没客人,店家盼着文旅局帮忙推一推").opinions).toMatchObject([
    { text: "老街农家乐淡季没客人,店家盼着文旅局帮忙推一推", category: "commerce" },
  ]);
});

test.each([
  ["之前说的那条断头路有着落没", { name: "my_opinions" }],
  ["我反映的垃圾站那个事现在谁在管", { name: "my_opinions" }],
  ["县交通局手上还压着几件意见没办", { name: "opinion_backlog", org: "县交通局" }],
  ["还有哪些意见超过期限没答复", { name: "opinion_backlog", overdue: true }],
] as const)("who has a matter, and how long, is asked in: %s", (text, query) => {
  expect(read(text)).toMatchObject({ intent: "query", query, ask: [] });
});

test.each(["替李明老代表报一条,他眼睛不好:9月8日他接待选民3人", "(站里代填)李明代表9月8日接待选民3人"])(
  "whose record is entered for him is told in: %s",
  (text) => {
    expect(read(text)).toMatchObject({
      onBehalf: "李明",
      reports: [{ kind: "reception", date: "2026-09-08" }],
    });
  },
);

test("as many matters as were announced are told, whatever mark stands between them", () => {
  expect(read("有三件事:路灯坏了,垃圾没人拉,井盖丢了").opinions).toMatchObject([
    { text: "路灯坏了" },
    { text: "垃圾没人拉" },
    { text: "井盖丢了" },
  ]);
});

test.each(["那天请假的人多,活动改期了", "今天走访8户,大家都说日子好过了"])(
  "neither others' leave nor their content is a wish: %s",
  (text) => {
    expect(read(text)).not.toHaveProperty("leave");
    expect(read(text).opinions).toEqual([]);
  },
);

test.each([
  ["下半年还安排有几次集中视察", { name: "upcoming_activities", kind: "inspection" }],
  ["明年的视察计划出来没", { name: "upcoming_activities", from: "2027-01-01" }],
  ["本月值班最多的是哪个代表", { name: "stats", kind: "station_duty" }],
  ["上个季度我交了几件建议", { name: "my_reports", kind: "suggestion_lead" }],
] as const)("what is left of a year, planned, most often done or owed is asked in: %s", (text, query) => {
  expect(read(text)).toMatchObject({ intent: "query", query });
});

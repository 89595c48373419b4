import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-06-10T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村", "高坪村", "羊昌镇"],
  });

test.for([
  ["昨日参加县人大组织的《贵州省物业管理条例》执法检查,看了3个小区", "law_inspection"],
  ["给考上贵州大学的小杨送去助学金3000元", "education_aid"],
  ["昨天在院坝会上跟大家讲了高标准农田的事,来了五十多人", "voter_forum"],
])("%s: what is only named there is no place", ([text, kind]) => {
  const [report] = read(text ?? "").reports;
  expect(report?.kind).toBe(kind);
  expect(report?.place).toBeUndefined();
});

test("who was told is no place either, and who was judged is one only by name", () => {
  expect(read("昨天接待了1个人,他家门口的路灯坏了,我跟供电所说了").reports[0]?.place).toBeUndefined();
  expect(read("昨天捐了10台电扇给黄连小学").reports[0]?.place).toBe("黄连小学");
});

test.for([
  ["6月2号,3号,5号都在站里值班", ["2026-06-02", "2026-06-03", "2026-06-05"]],
  ["5月我参加了3次活动:4号视察,11号培训,25号接待", ["2026-05-04", "2026-05-11", "2026-05-25"]],
  ["昨天没有走访,今天补上了,走了4户", ["2026-06-10"]],
  ["走访 高坪村 5户 昨", ["2026-06-09"]],
  ["昨 高坪村 调解 1起", ["2026-06-09"]],
  ["培训/县委党校/6.3-6.5", ["2026-06-03"]],
] as const)("%s: %o", ([text, dates]) => {
  expect(read(text).reports.map((one) => one.date)).toEqual(dates);
});

test("one day or another is asked about", () => {
  expect(read("上礼拜四还是礼拜五去黄连村走了六户").ask).toContain("date");
  expect(read("端午前一天慰问了6位老党员").ask).toContain("date");
});

test("a form that is entered for somebody is read as a form", () => {
  expect(read("姓名:李明 时间:2026.6.5 事项:参加常委会 备注:列席")).toMatchObject({
    onBehalf: "李明",
    reports: [{ kind: "committee_session_attend", date: "2026-06-05" }],
  });
});

test.for(["昨天走访了5户这条怎么没算分", "我报的那条接待怎么没显示"])("%s makes no second record", (text) => {
  expect(read(text).reports).toEqual([]);
});

test.for(["本人拟于6月15日走访选民,特此报备", "6月20号小组还要搞一次视察"])("%s is a plan", (text) => {
  expect(read(text).reports).toEqual([]);
});

test("what residents lost is no denial: the deed before it stays", () => {
  const told = read(
    "今天上午我去接待站坐了一上午来了个大姐说她家低保取消了也不晓得为什么我给她问了民政说是她儿子有车",
  );
  expect(told.reports).toMatchObject([{ kind: "reception" }]);
});

test.for([
  ["昨天来了三个人都是来说退耕还林的钱少发了", 1],
  ["昨天来了4个人,都是来问低保的事", 0],
  ["昨天开院坝会来了五十多人,有两户不同意占地", 1],
] as const)("%s: %d matters", ([text, many]) => {
  const { reports, opinions } = read(text);
  expect(reports).toHaveLength(1);
  expect(opinions).toHaveLength(many);
});

test("two who do not agree are not counted as visited", () => {
  expect(read("昨天开院坝会来了五十多人,有两户不同意占地").reports[0]?.counts).toEqual({ persons: 50 });
});

test.for([
  ["1月15日联名提出关于建设医联体的建议1件", "suggestion_cosign"],
  ["今天审议的时候我向财政局提了一次询问", "inquiry"],
  ["组织本组代表视察停车场改造", "inspection"],
])("%s is called by its name, and nobody is asked", ([text, kind]) => {
  expect(read(text ?? "")).toMatchObject({ reports: [{ kind }], ask: [] });
});

test("of what was meant to be done only what was done counts", () => {
  expect(read("本来约好走十户落大雨只走访成四户").reports).toMatchObject([{ counts: { households: 4 } }]);
});

test("what charges and has smoked cannot wait", () => {
  expect(read("楼道里停满电动车,充电还冒过烟").opinions).toMatchObject([{ urgent: true }]);
});

test.for([
  "走访黄连村11户,有三户屋顶漏雨漏得厉害,山上还有一户电线裸着贴着草垛,怕起火",
  "走访黄连村11户,有三户屋顶漏雨,村尾另有两户没通水",
])("%s: what is wrong elsewhere is a second matter", (text) => {
  const { reports, opinions } = read(text);
  expect(reports).toMatchObject([{ counts: { households: 11 } }]);
  expect(opinions).toHaveLength(2);
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "张伟"],
    places: ["东风镇", "水田镇", "龙井村"],
  });

test.each([
  [
    "8月份尚未填报履职记录的代表名单,请列一下",
    { name: "missing_reports", from: "2026-08-01", to: "2026-08-31" },
  ],
  ["请列出东风镇尚未办结的意见", { name: "opinion_backlog", org: "东风镇" }],
  ["水田镇上半年代表小组活动缺席情况请查询", { name: "absences", org: "水田镇", kind: "group_activity" }],
  ["王芳代表今年履职情况调一份出来", { name: "deputy_profile", person: "王芳" }],
  ["八月全区调解了几起矛盾", { name: "stats", kind: "mediation", from: "2026-08-01" }],
  ["超过三十天没办的意见有哪些", { name: "opinion_backlog", overdue: true }],
] as const)("a clerk who orders what is kept gets it, however official the words: %s", (text, query) => {
  expect(read(text)).toMatchObject({ intent: "query", query });
});

test.each(["今年我还差什么", "我还欠几次走访", "我履职达标没有", "我的任务还剩哪些"])(
  "a deputy asks what is still owed: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "query", query: { name: "deadlines" } });
  },
);

test.each([
  "拟于10月12日组织代表视察,特此说明",
  "兹定于9月20日召开代表座谈会,请各位代表届时参加",
  "【通知】请各代表小组于9月30日前将活动计划报代工委",
  "请各镇人大于9月25日前上报三季度走访情况,联系人小李",
  "听说龙井村要建新卫生室,尚未核实",
  "据王芳代表转述,上周东风镇开了院坝会,我没有到场,不必登记",
  "今天没什么可报的",
  "最近没做什么,没得报的",
  "这个小程序比填表方便多了",
  "收到,感谢工作人员的及时提醒",
  "国庆将至,祝代工委的同志们节日愉快,阖家幸福",
  "各位代表中秋愉快,10月8日恢复办公",
])("nothing is filed and nothing asked of an announcement, a rumour or a courtesy: %s", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", reports: [], opinions: [], ask: [] });
});

test.each([
  ["明天的小组学习去不了,中考安保全员上岗,请假一次", "work_shift"],
  ["后天的活动我去不了了,孙孙发烧,儿媳妇上夜班,没人带", "family"],
  ["下周二的培训来不了,派出所轮到我备勤", "work_shift"],
  ["9月25日活动请假,要去区里参加安保工作会", "official_meeting"],
] as const)("a deputy's own duty and the care for a family are told apart: %s", (text, reason) => {
  expect(read(text)).toMatchObject({ intent: "leave", leave: { reason } });
});

test("a clerk who asks leave for a deputy keeps the week that is named", () => {
  expect(read("下周三的执法检查,李明代表因赴广州招商出差无法参加,代为请假")).toMatchObject({
    intent: "leave",
    onBehalf: "李明",
    leave: { date: "2026-09-23", reason: "business_trip" },
  });
});

test.each([
  ["王芳代表对答复表示满意", "王芳", "satisfied"],
  ["建议答复测评:水田镇的那件,李明代表表示不满意", "李明", "dissatisfied"],
] as const)("a clerk enters how satisfied a deputy is: %s", (text, onBehalf, value) => {
  expect(read(text)).toMatchObject({ intent: "satisfaction", onBehalf, satisfaction: { value } });
});

test.each([
  ["那条意见归到交通类", "transport"],
  ["上一条意见算教育类", "education"],
  ["那条反映划到水电气讯", "utilities"],
] as const)("an opinion is put where it belongs: %s", (text, value) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction: { field: "category", value } });
});

test("a deputy who looks for hands leads the motion", () => {
  expect(read("我领衔一个议案,关于保护水源地的,请帮忙找人联名").suggestion).toEqual({
    title: "保护水源地",
    role: "lead",
    motion: true,
  });
});

test.each(["提交", "保存", "下一步"])("%s alone is an order and no record", (text) => {
  expect(read(text).intent).toBe("command");
});

test("what was done among guards and announcements is still a record", () => {
  expect(read("前天走访了8户,发放通知8份").reports).toMatchObject([
    { kind: "home_visit", date: "2026-09-14", counts: { households: 8 } },
  ]);
});

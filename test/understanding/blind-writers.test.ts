import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

// Families of wording that a third blind writer used, each in other words than his.
const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "罗文军", "周志强", "陈建国", "吴红梅"],
    places: ["黄连村", "三江村", "洛湾社区"],
  });

test.each([
  ["补登罗文军9月10日参加区里培训一天", "罗文军", "report"],
  ["杨家湾的李明代表后天要去省里开会来不了请个假", "李明", "leave"],
  ["帮周志强请个假,明天的小组活动他要去省里开会", "周志强", "leave"],
  ["陈建国代表身体不舒服,后天的视察去不了,我帮他请个假", "陈建国", "leave"],
  ["替王芳代表提个建议:在洛湾社区增设公交站", "王芳", "suggestion"],
  ["代吴红梅附议关于加装电梯的建议", "吴红梅", "suggestion"],
  ["给李明代表记一笔,他今天参加了旁听庭审", "李明", "report"],
] as const)("%s is done for %s", (text, onBehalf, intent) => {
  expect(read(text)).toMatchObject({ intent, onBehalf });
});

test("whoever comes along or is told of asks for no leave of his own", () => {
  expect(read("和李明代表明天的视察我来不了,请个假").onBehalf).toBeUndefined();
  expect(read("我跟王芳说了,后天的会我参加不了").onBehalf).toBeUndefined();
});

test("each of several callers is heard, also who only asks", () => {
  const { reports, opinions } = read(
    "今天接待了3位群众,一位问低保怎么办,一位说门口的路烂了,还有一位要求把变压器换大点",
  );
  expect(reports).toMatchObject([{ kind: "reception", counts: { persons: 3 } }]);
  expect(opinions.map((one) => one.category)).toEqual(["civil_affairs", "transport", "utilities"]);
});

test("what two families lack are two matters, and praise is none", () => {
  const told = read("昨天下午去三江村走访5户,老张家屋顶漏雨没钱修,老李家娃娃读大学学费没着落");
  expect(told.opinions).toHaveLength(2);
  expect(read("昨天走访了6户,没什么意见,都说现在政策好").opinions).toEqual([]);
});

test("a form that is filled in names its place, and the heading of a list is no matter", () => {
  const { reports, opinions } = read("9月8日,召开院坝会,到会36人,地点:杨家湾文化广场");
  expect(reports).toMatchObject([{ place: "杨家湾文化广场", counts: { persons: 36 } }]);
  expect(opinions).toEqual([]);
  const listed = read("村民反映问题汇总(9月14日)\n1.饮用水发黄\n2.机耕道垮了半边").opinions;
  expect(listed.map((one) => one.text)).toEqual(["饮用水发黄", "机耕道垮了半边"]);
});

test("halves come after their hour, money for each is no sum, and two crowds of callers are asked about", () => {
  expect(read("上午旁听了两个半小时的庭审").reports).toMatchObject([{ counts: { hours: 2.5 } }]);
  expect(read("慰问困难党员5名,每人送去慰问金300元").reports[0]?.counts).toEqual({ persons: 5 });
  expect(read("昨天在联络站值班,上午来了3个,下午来了5个").ask).toContain("count");
  expect(read("昨天视察了4个公厕和垃圾站").reports).toMatchObject([{ counts: { places: 4 } }]);
});

test("praise with thanks is kept as nothing", () => {
  for (const text of ["多谢领导,水管前天修好了,洗菜方便多了", "大家辛苦了,这次院坝会开得热闹,点个赞"])
    expect(read(text)).toMatchObject({ intent: "chat", reports: [], opinions: [] });
});

test("a law that is taught to residents is no word of theirs", () => {
  const { reports, opinions } = read("昨天给三江村村民讲了一个小时的婚姻法,来听的有四十多人");
  expect(reports).toMatchObject([{ kind: "publicity", counts: { hours: 1, persons: 40 } }]);
  expect(opinions).toEqual([]);
});

test.each([
  "鞭炮仓库就在居民楼隔壁",
  "屋后的挡墙裂了,我们晚上都提心吊胆",
  "工地欠钱不给,二十多个工人说要去堵大门",
  "小学新刷的教室味道重,学生头晕",
])("%s cannot wait", (text) => {
  expect(read(text).opinions).toMatchObject([{ urgent: true }]);
});

test("a suggestion may be announced by a label, and whether seconding one counts is a question", () => {
  expect(read("代表建议如下:在三江村设一个便民取款点")).toMatchObject({
    intent: "suggestion",
    suggestion: { role: "lead" },
  });
  expect(read("联名别人的建议算不算分,加不加分")).toMatchObject({ intent: "query" });
});

test("a firm that goes to a fair is a journey on business", () => {
  expect(read("周五的视察我参加不了,厂里去成都参展,请假").leave?.reason).toBe("business_trip");
});

test("what was counted in no unit that is known is asked about", () => {
  expect(read("昨天视察了三个豆腐坊").ask).toContain("count");
  expect(read("昨天和李明、王芳两位代表走访了4户").ask).toEqual([]);
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

// 16 September 2026 is a Wednesday.
const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["黄连村", "新寨村", "三江村", "羊昌镇代表联络站"],
  });

test.each([
  ["接访2批5人,一批讲工资,一批讲拆迁补偿", ["工资", "拆迁补偿"]],
  ["昨天接待了两个人,一人反映低保停了,一人要求装路灯", ["低保停了", "装路灯"]],
  ["昨晚开会,居民七嘴八舌,归拢起来就是两条,一个物业费高,一个停车位少", ["物业费高", "停车位少"]],
  ["今天选民接待日,来了6个,说的都是旧房改造的事:一是进度慢,二是扰民", ["进度慢", "扰民"]],
])("each of several who came is heard: %s", (text, matters) => {
  expect(read(text).opinions.map((one) => one.text)).toEqual(matters);
});

test.each([
  ["走访了8户,一户人家说水管坏了", 1],
  ["我一人走访了9户", 0],
  ["老百姓讲巷子里头黑咕隆咚的,老人家摔了两回", 1],
])("who is only one is one: %s", (text, many) => {
  expect(read(text).opinions).toHaveLength(many);
});

test("amounts of a day that are summed up are one record, and without the sum a question", () => {
  expect(read("上午跑了3家商户,下午跑了5家,今天共走访8家").reports).toMatchObject([
    { kind: "enterprise_visit", counts: { enterprises: 8 } },
  ]);
  expect(read("上午走访黄连村5户,下午走访新寨村6户,一共走访11户").reports).toHaveLength(2);
  expect(read("昨天走访3户,今天走访4户,共7户").reports).toHaveLength(2);
  expect(read("上午8户下午6户,都是黄连村走访").ask).toContain("count");
});

test.each([
  ["昨天去看了几个老战友,一人送了两百块", undefined],
  ["看望3户困难户,一户给了200元", { households: 3 }],
  ["资助两名大学新生,一人3000,共6000元", { persons: 2, yuan: 6000 }],
])("what each got is no amount of the whole, and no question: %s", (text, counts) => {
  const { reports, ask } = read(text);
  expect(reports[0]?.counts).toEqual(counts);
  expect(ask).not.toContain("kind");
});

test("points that were made are no hour", () => {
  expect(read("今天旁听了养老条例的论证会,我讲了两点").reports[0]?.time).toBeUndefined();
  expect(read("今天下午两点参加了座谈会,提了三点").reports[0]?.time).toBe("14:00");
});

test("a place said of all records is of each", () => {
  expect(read("14号走访了5户,15号走访了7户,都是黄连村的").reports).toMatchObject([
    { place: "黄连村" },
    { place: "黄连村" },
  ]);
});

test.each([
  ["我下周二去省里培训,周三的会参加不了", "2026-09-23", "official_meeting"],
  ["娃娃发烧,下午的活动去不成了", "2026-09-16", "family"],
])("leave is for the day that is meant: %s", (text, date, reason) => {
  expect(read(text)).toMatchObject({ intent: "leave", leave: { date, reason } });
});

test.each([
  ["那条交通的意见改成城建", "urban"],
  ["那条意见归到环保", "environment"],
])("a sort of matter is called as people call it: %s", (text, value) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction: { field: "category", value } });
});

test("a rating at a review answers no matter of one's own", () => {
  expect(read("昨天测评了法院,我投的满意").intent).toBe("report");
  expect(read("评议住建局,我打的基本满意").satisfaction).toBeUndefined();
  expect(read("我对住建局的答复基本满意")).toMatchObject({ intent: "satisfaction" });
});

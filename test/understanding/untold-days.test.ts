import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["黄连村", "马场村"],
  });

test.each([
  ["315那天去超市检查", "2026-03-15"],
  ["三一五当天去菜市场执法检查", "2026-03-15"],
  ["119那天去参加消防宣传", "2026-11-09"],
  ["626当天参加禁毒宣传", "2026-06-26"],
  ["6月7日高考第一天在考点执勤", "2026-06-07"],
])("a day that is called by its number is known: %s", (text, date) => {
  expect(read(text).reports).toMatchObject([{ date }]);
});

test.each(["走访119户", "昨天去315国道看修路"])("a number is no day: %s", (text) => {
  expect(["2026-12-02", "2026-12-01"]).toContain(read(text).reports[0]?.date);
});

test.each([
  "高考头两天去考点执勤",
  "高考期间在考点当志愿者",
  "这两天都在走访,一共9户",
  "这几天走访了12户",
  "近几天入户走访12户",
  "前些天走访3户",
  "前阵子接待了4个选民",
  "早些时候在黄连村走访3户",
  "年前去看了3户五保户",
  "过年前慰问了5户",
  "国庆后走访了3户",
  "开学那天走访了3户",
  "下大雨那天去黄连村看了2户",
  "那次走访了3户",
  "上次走访了3户,忘了报",
  "上回我和王芳走访了3户",
  "有一天到黄连村走访3户",
  "收苞谷的时候走访了6户",
  "汛期巡河3公里",
  "暑假给娃娃们上了一堂课",
  "换届前走访了8户",
  "上半月走访了8户",
  "上旬走访了8户",
  "这两个月走访了60户",
  "第二天又走访了3户",
  "昨天走访3户,前阵子接待选民4人",
])("days of which nobody says which they are are asked about: %s", (text) => {
  expect(read(text).ask).toContain("date");
});

test.each([
  "这两天下雨,走访了3户",
  "今天走访6户,这几天路灯都不亮",
  "这几天我都在村里走访,12月1日走访了3户",
  "昨天走访高考学生家庭2户",
  "昨天走访3户,那天还接待选民4人",
  "昨天走访3户,第二天接待选民4人",
  "把上次群众反映的路灯办好了,走访了3户",
  "之前提的建议有眉目了,今天走访了3户",
  "走访3户,前阵子修的路又烂了",
  "散会后走访了3户",
  "大会期间领衔议案1件",
])("days that are said beside what was done are no question: %s", (text) => {
  expect(read(text).ask).not.toContain("date");
});

test.each([
  ["昨天先后到黄连村、马场村走访,共11户", "黄连村、马场村"],
  ["昨天到黄连村和马场村走访11户", "黄连村、马场村"],
  ["昨天到黄连村、王家寨走访5户", "黄连村、王家寨"],
  ["昨天到黄连村和王芳走访5户", "黄连村"],
  ["昨天到黄连村和村干部走访5户", "黄连村"],
  ["昨天从黄连村到马场村走访5户", "黄连村"],
])("none of several villages is lost: %s", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place }]);
});

test.each([
  ["昨天帮忙收拾陆家老屋", undefined],
  ["昨天走访拾陆户", { households: 16 }],
  ["捐款壹佰陆拾陆元", { yuan: 166 }],
])("陆 is a family, and six where money or doors are counted: %s", (text, counts) => {
  expect(read(text).reports[0]?.counts).toEqual(counts);
});

test.each([
  ["和王芳芳走访黄连村2户", undefined],
  ["昨天跟李明华代表一起走访3户", undefined],
  ["昨天跟李明、王芳英走访3户", ["李明"]],
])("a longer name that begins like a deputy's is somebody else, who is asked about: %s", (text, company) => {
  expect(read(text)).toMatchObject({ ask: expect.arrayContaining(["with"]) as unknown });
  expect(read(text).reports[0]?.with).toEqual(company);
});

test.each([
  "和李明明天走访过的2户又见了一面",
  "昨天和王芳春节前慰问过的3户走访了一遍",
  "昨天和王芳去黄连村走访3户",
  "昨天和李明、王芳到黄连村走访3户",
  "昨天走访黄连村3户,同去的有王芳,带了米",
  "昨天走访黄连村3户,一起去的还有王芳",
])("who is named whole is nobody else, and no place: %s", (text) => {
  const { reports, ask } = read(text);
  expect(ask).not.toContain("with");
  expect(reports[0]?.place ?? "黄连村").toBe("黄连村");
});

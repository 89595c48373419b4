import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["王芳", "李明", "陈建国"],
    places: ["羊昌镇", "黄连村", "头堡村", "马场村", "东风镇"],
  });

test.each([
  ["昨天和羊昌镇的李明去黄连村走访了8户", "黄连村", ["李明"]],
  ["昨天跟东风镇代表陈建国走访了6户", undefined, ["陈建国"]],
  ["前天同头堡村的王芳代表一起到马场村走访5户", "马场村", ["王芳"]],
  ["昨天陪羊昌镇来的李明走访5户", undefined, ["李明"]],
  ["昨天在羊昌镇和李明走访了5户", "羊昌镇", ["李明"]],
  ["昨天和李明去羊昌镇走访了5户", "羊昌镇", ["李明"]],
])("where a companion is from is not where it was: %s", (text, place, company) => {
  const { reports, ask } = read(text);
  expect(reports.map((one) => [one.place, one.with])).toEqual([[place, company]]);
  expect(ask).toEqual([]);
});

test.each([
  ["上个月28号和12月1号都去了头堡村,第一次3户第二次4户", [3, 4], []],
  ["11月20号和25号两次走访黄连村,头一回5户后一回6户", [5, 6], []],
  ["昨天和前天都走访了马场村,前一天3户后一天4户", [3, 4], ["count"]],
])("what was done the first time and the second is told of each day: %s", (text, households, asked) => {
  const { reports, ask } = read(text);
  expect(reports.map((one) => one.counts?.households)).toEqual(households);
  expect(ask).toEqual(asked);
});

test.each([
  "昨天参加完座谈会又去了趟工地",
  "昨天走访完8户又去了趟卫生院",
  "昨天走访了8户后又跑了趟水厂",
  "昨天接待完3个人还到敬老院转了一圈",
])("a deed that no record was made of is asked about: %s", (text) => {
  expect(read(text).ask).toContain("intent");
});

test.each([
  "昨天走访8户又回村委会",
  "昨天走访了3户,接着又去走访了2户",
  "昨天去黄连村走访3户又去头堡村走访2户",
  "昨天走访了黄连村8户,还去了头堡村走访2户",
])("and none where nothing is left: %s", (text) => {
  expect(read(text).ask).not.toContain("intent");
});

test.each([
  ["王大姐反映自来水发黄,张大爷嫌公交车太少", 2],
  ["刘大妈反映低保停了,赵叔叔嫌垃圾没人收", 2],
  ["老周说路灯不亮,老吴怕下雨河水淹到屋头", 2],
  ["李婶说水管爆了,王老板愁生意不好做没贷款", 2],
  ["王大姐反映自来水发黄,张大爷嫌水有股味道", 1],
  ["大家说路烂得很还有三组的机井坏了没水", 2],
])("somebody else's other matter is another opinion: %s", (text, many) => {
  expect(read(text).opinions).toHaveLength(many);
});

test.each(["昨天调解那回还听人说村口桥栏杆断了", "昨天接待那次还有人说路灯不亮"])(
  "what was heard on a visit that may stand already is asked about: %s",
  (text) => {
    expect(read(text).ask).toContain("kind");
  },
);

test.each([
  "昨天走访那回去了8户",
  "上午值班的时候有3个人来反映路灯不亮",
  "昨天走访的时候有个老人说低保没批",
  "前天接待的时候还有人说路灯不亮",
])("and not what is told for the first time: %s", (text) => {
  expect(read(text).ask).not.toContain("kind");
});

test("what was seen in a village by households is a visit, whoever came along", () => {
  expect(read("和王芳到黄连村看了8户").ask).toEqual([]);
});

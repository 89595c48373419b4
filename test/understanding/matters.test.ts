import { expect, test } from "vitest";
import { weighMatters } from "#src/understanding/matters.ts";
import { understand } from "#src/understanding/understand.ts";

const CONTEXT = {
  at: new Date("2026-05-28T15:00:00+08:00"),
  zone: "Asia/Shanghai",
  people: ["李明", "王芳"],
  places: ["枫香村", "平寨村"],
};
const read = (text: string): ReturnType<typeof understand> => understand(text, CONTEXT);

test("where a record happened, said in a sentence of its own, is its place and no opinion", () => {
  const told = read("去看了民生实事项目 农贸市场改造 进度大概一半\n位置在枫香村");
  expect(told.opinions).toEqual([]);
  expect(told.reports).toMatchObject([{ kind: "livelihood_supervision", place: "枫香村" }]);
});

test("what is surely no matter of residents is none, and a real one beside it stays", () => {
  expect(read("昨天在微信群里答复了6条留言,手机都打没电了").opinions).toEqual([]);
  const late = read("昨天下午到平寨村看了3户老人,有个大爷说卫生室老关门,我手机都没电了现在才报");
  expect(late).toMatchObject({
    reports: [{ counts: { households: 3 } }],
    opinions: [{ text: "卫生室老关门" }],
  });
  const told = read("昨天去法院旁听,是个欠钱不还的案子");
  expect(told).toMatchObject({ reports: [{ kind: "court_observe" }], opinions: [], ask: [] });
  const both = read("今天接待了3位群众,一位说低保评得不公,一位说门口的路烂了");
  expect(both.opinions).toHaveLength(2);
  expect(both.ask).toEqual([]);
});

test("what names a wrong is asked about and never dropped, however little it sounds like a resident's matter", () => {
  const weighed = weighMatters(
    [{ kind: "court_observe", text: "昨天去法院旁听" }],
    [{ voice: "个欠钱不还的案子", opinion: { text: "个欠钱不还的案子", category: "other" } }],
    CONTEXT,
    false,
  );
  expect(weighed.opinions).toHaveLength(1);
  expect(weighed.ask).toEqual(["intent", "text", "category"]);
});

test("danger that is told beside a record is never taken for something said by the way", () => {
  const told = read("昨天走访平寨村5户,电线杆倒了,电线拖在地上,娃娃在边上耍");
  expect(told.opinions.some((one) => one.urgent === true)).toBe(true);
});

test("two days that stand side by side are a stretch, and another day further on is not the deed's", () => {
  expect(read("周一周二去枫香村调研卫生室").reports).toMatchObject([
    { date: "2026-05-25", end: "2026-05-26" },
  ]);
  expect(read("上周五周六在平寨村走访了9户").reports).toMatchObject([
    { date: "2026-05-22", end: "2026-05-23" },
  ]);
  expect(read("昨天去枫香村看我去年提的水渠建议落实得怎样").reports).toMatchObject([{ date: "2026-05-27" }]);
  expect(read("昨天线上接访,视频接待了3位在外务工的选民").reports).toMatchObject([{ date: "2026-05-27" }]);
});

test("who was left out is added, wherever the name stands, and a sort is put right by its name", () => {
  const add = { field: "with", value: "李明", more: true };
  for (const text of [
    "还有李明跟我一路的 忘记说了 给我加上",
    "同去的人漏了,加上李明",
    "刚刚那条漏了个人 李明也一起的",
  ])
    expect(read(text).correction, text).toEqual(add);
  expect(read("那条意见归错类了,该归到医疗卫生").correction).toEqual({ field: "category", value: "health" });
  expect(read("户数记成6了,其实只有5户").correction).toEqual({ field: "households", value: 5 });
});

test("money is money without its unit, hours behind a comma are the record's, and 一条一条 is no number", () => {
  expect(read("昨天给贫困学生捐了六百").reports[0]?.counts).toEqual({ yuan: 600 });
  expect(read("给平寨村五保户送年货,7户,花了一千四").reports[0]?.counts).toEqual({
    households: 7,
    yuan: 1400,
  });
  expect(read("今晚在选民微信群里一条一条答复,一共回了9条").reports[0]?.counts).toEqual({ entries: 9 });
  const flood = read("昨晚跟李明巡河防汛 巡到12点 3个小时 困得很");
  expect(flood.reports).toMatchObject([{ with: ["李明"], counts: { hours: 3 } }]);
  expect(flood.opinions).toEqual([]);
});

test("a festival greeting is no record, and what was not done yet is none", () => {
  for (const text of ["端午安康!给大家拜节了", "除夕快乐,给代工委的同志们拜年了", "大家都捐了,我这次还没捐"])
    expect(read(text).reports, text).toEqual([]);
});

test("every item of a list is a record of its own, though no word of it is a duty's name", () => {
  const { reports, ask } = read("今天做了三件事:一是走访2户;二是参加防汛演练;三是给留守儿童辅导作业");
  expect(reports).toHaveLength(3);
  expect(ask).toContain("kind");
});

test("a record is told once, however it began, and its count is read", () => {
  const { reports } = read("到枫香村讲代表法,听的人有80来个");
  expect(reports).toMatchObject([{ counts: { persons: 80 }, text: "到枫香村讲代表法,听的人有80来个" }]);
});

test("what is put right is the number that is named, never two drawn together", () => {
  expect(read("不对不对,户数是17,刚才打成71了").correction).toEqual({ field: "households", value: 17 });
  expect(read("更正:上一条走访户数应为16户,误写为61户").correction).toEqual({
    field: "households",
    value: 16,
  });
});

test("a weekday behind one of last week is of last week, and a second wrong of the same people is a second matter", () => {
  expect(read("上周一上午调解了一起纠纷,周二给社区讲了两个小时的继承法").reports).toMatchObject([
    { date: "2026-05-18" },
    { date: "2026-05-19" },
  ]);
  expect(read("昨天走访枫香村4户,老乡说化肥又涨价,水渠也堵着没人清").opinions).toHaveLength(2);
});

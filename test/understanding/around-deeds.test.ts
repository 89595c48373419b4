import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

// What stands around a deed that is told: for whom it is entered, who was missed, sums, and what comes next.
const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-10T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "罗文军", "周志强"],
    places: ["黄连村", "三江村", "洛湾社区", "下坝镇代表联络站"],
  });
const first = (text: string) => read(text).reports[0];

test.each([
  ["再补一条,李明代表9月4日值班半天", "2026-09-04"],
  ["李明代表打来电话让登记,昨天给五保户送了两床棉被", "2026-09-09"],
  ["周一李明代表参加了视察。我是乡人大办的,替他填", "2026-09-07"],
  ["李明代表9月7号走访了黄连村6户,收到意见1条:路灯坏了", "2026-09-07"],
])("%s is his record, and he came along with nobody", (text, date) => {
  expect(read(text)).toMatchObject({ onBehalf: "李明", reports: [{ date }] });
  expect(first(text)?.with).toBeUndefined();
});

test("all that one deputy did is his, however many records it is", () => {
  const { onBehalf, reports } = read("9月5日李明代表接待选民3人,9月7日他又走访4户。我代他报的");
  expect(onBehalf).toBe("李明");
  expect(reports).toMatchObject([{ date: "2026-09-05" }, { date: "2026-09-07" }]);
});

test.each(["李明代表昨天又走访了好多户,真勤快", "李明代表9月7号走访了6户,太厉害了"])(
  "%s is praise",
  (text) => {
    expect(read(text).reports).toEqual([]);
  },
);

test("who was missed came along nowhere, and asks for no leave", () => {
  const { intent, reports } = read("小组活动,李明、王芳到了,罗文军请假没来");
  expect(intent).toBe("report");
  expect(reports).toMatchObject([{ with: ["李明", "王芳"] }]);
});

test("how many activities follow is none of them", () => {
  const told = "这周参加了两次活动,周二是小组活动,周四是列席人大常委会会议";
  expect(read(told).reports.map((one) => one.kind)).toEqual(["group_activity", "committee_session_attend"]);
  const all = read("这个月参加了三次活动:3号视察,8号小组活动,9号列席常委会").reports;
  expect(all.map((one) => [one.date, one.counts])).toEqual([
    ["2026-09-03", undefined],
    ["2026-09-08", undefined],
    ["2026-09-09", undefined],
  ]);
});

test("the day of telling is not the day of what is told", () => {
  const told = "今天有空,统计一下:9月3日走访6户,9月7日值班接待2人";
  expect(read(told).reports.map((one) => one.date)).toEqual(["2026-09-03", "2026-09-07"]);
});

test("what one will do next undoes nothing that was done", () => {
  expect(read("今天在洛湾社区宣讲了一场下个星期还要去三江村再讲一场").reports).toMatchObject([
    { kind: "publicity", date: "2026-09-10", place: "洛湾社区", counts: { sessions: 1 } },
  ]);
});

test.each([
  ["昨签建议一件,联名的", "2026-09-09"],
  ["昨走访企业5家", "2026-09-09"],
  ["领衔议案1件已送达,昨天。今天值班半天", "2026-09-09"],
])("%s was done yesterday", (text, date) => {
  expect(first(text)?.date).toBe(date);
});

test.each([
  ["入户:住户11家,沿街商户3家", { households: 11, enterprises: 3 }],
  ["给三个孤儿一人发了两百块", { persons: 3 }],
  ["慰问老党员,看了4个,每个人给了300", { persons: 4 }],
  ["去三江村看望老党员,两个", { persons: 2 }],
  ["跟李明一道调解纠纷一起", { cases: 1 }],
] as const)("%s tells whom, and what of each is no sum", (text, counts) => {
  expect(first(text)?.counts).toEqual(counts);
});

test.each([
  ["昨晚在烤烟收购点和烟农摆龙门阵", "烤烟收购点"],
  ["今天在镇上的茶馆里头接待了四个老乡", "茶馆"],
])("%s: a yard or a house of somebody's is where it was", (text, place) => {
  expect(first(text)?.place).toBe(place);
});

test("how often it was is told of all days, and counts on none", () => {
  const { reports } = read("9月1号、4号、8号三次进站,分别接待2人、4人、1人");
  expect(reports.map((one) => one.counts)).toEqual([{ persons: 2 }, { persons: 4 }, { persons: 1 }]);
});

test("a session is told by its days, and what was handed in there beside it", () => {
  expect(read("人代会1号到4号开的,我3号领衔交了一件议案").reports).toMatchObject([
    { kind: "congress_attend", date: "2026-09-01", end: "2026-09-04" },
    { kind: "motion_lead", date: "2026-09-03", counts: { items: 1 } },
  ]);
});

test("the two who went are none of those they went to", () => {
  expect(first("我就跟李明两个人把洛湾社区的老住户走了一遍,一共是十七户")).toMatchObject({
    with: ["李明"],
    counts: { households: 17 },
  });
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "娄晓军", "付兴黔"],
    places: ["黄连村", "洛湾社区", "下坝镇代表联络站"],
  });

test("days told one by one are a record each, of what was said before them", () => {
  expect(read("3号和10号都在站里值班,3号来了2个人,10号来了5个人").reports).toMatchObject([
    { kind: "station_duty", date: "2026-09-03", counts: { persons: 2 } },
    { kind: "station_duty", date: "2026-09-10", counts: { persons: 5 } },
  ]);
  expect(read("上月调解:8月6日1起,8月20日2起").reports).toMatchObject([
    { kind: "mediation", date: "2026-08-06", counts: { cases: 1 } },
    { kind: "mediation", date: "2026-08-20", counts: { cases: 2 } },
  ]);
});

test("days in a row share an amount that is said of each, or have one each", () => {
  expect(read("这个月5号、12号各走访了4户").reports).toMatchObject([
    { date: "2026-09-05", counts: { households: 4 } },
    { date: "2026-09-12", counts: { households: 4 } },
  ]);
  expect(read("9月2日、9日、15日分别接待群众3人、5人、2人").reports.map((one) => one.counts)).toEqual([
    { persons: 3 },
    { persons: 5 },
    { persons: 2 },
  ]);
  expect(read("本月联络站值班三次:2号、9号、15号").reports.map((one) => one.date)).toEqual([
    "2026-09-02",
    "2026-09-09",
    "2026-09-15",
  ]);
});

test("an amount that days apart may share or have each is asked about, days on end are one stretch", () => {
  expect(read("5号、12号走访了4户").ask).toContain("count");
  expect(read("10号11号两天走访了6户").reports).toMatchObject([{ date: "2026-09-10", end: "2026-09-11" }]);
});

test("a clause goes on with the duty that it names again", () => {
  expect(read("早上接访,下午下厂。接访来了4个,下厂看了2家").reports).toMatchObject([
    { kind: "reception", counts: { persons: 4 } },
    { kind: "enterprise_visit", counts: { enterprises: 2 } },
  ]);
});

test.each([
  [
    "今天下午听政府工作报告晚上到小组讨论我讲了村医待遇低的事发言一次",
    ["congress_attend", "deliberation_speech"],
  ],
  ["今早去黄连村看了九户 晚上又帮王家跟石家调了一起牛吃庄稼的事", ["home_visit", "mediation"]],
  ["参加完论证会又顺路看了两家厂", ["meeting_attend", "enterprise_visit"]],
  ["上午到洛湾社区幼儿园送书,价值3000元", ["education_aid"]],
])("each half of a day has its duty: %s", (text, kinds) => {
  expect(read(text).reports.map((one) => one.kind)).toEqual(kinds);
});

test("a place whose name holds a word that begins places elsewhere is whole", () => {
  expect(read("上周五院坝会,太和苗族乡那边的,来了40人").reports[0]?.place).toBe("太和苗族乡");
});

test("a day and a place with what was done there end what residents say", () => {
  const { reports } = read("周六去黄连村走了4户,都说路烂得很;周天在洛湾社区给居民讲反诈骗,来听的有27个");
  expect(reports).toMatchObject([
    { kind: "home_visit", date: "2026-09-12", counts: { households: 4 } },
    { kind: "publicity", date: "2026-09-13", place: "洛湾社区", counts: { persons: 27 } },
  ]);
});

test.each([
  ["刚开完座谈会,区人大社会委召集的,听老年人对养老条例的意见,我发了言", "meeting_attend"],
  ["9月2日,下坝镇代表联络站接待日,我与李明、王芳轮值,共接待群众8人次", "station_duty"],
  ["昨天视察,区里组织的,看了3个工地,最后开了个会通报情况", "inspection"],
  ["上午九点到站里值班,下午四点走的,来了7个人", "station_duty"],
])("what is told of one duty is one record: %s", (text, kind) => {
  expect(read(text).reports).toMatchObject([{ kind }]);
});

test.each([
  ["6月23日、24日赴毕节考察,同去的有李明代表和王芳代表", ["李明", "王芳"]],
  ["跟到李明、王芳跑了七家店铺", ["李明", "王芳"]],
  ["今天与娄代表在联络站值班", ["娄晓军"]],
  ["王芳、李明和我在镇政府会议室开小组会", ["王芳", "李明"]],
  ["喊上付兴黔去敬老院看老人", ["付兴黔"]],
  ["今天去河边捡垃圾,和李明 王芳 付兴黔", ["李明", "王芳", "付兴黔"]],
])("all who came along are named: %s", (text, companions) => {
  expect(read(text).reports[0]?.with).toEqual(companions);
});

test.each([
  ["下午在信访大厅接待来访5人", "信访大厅"],
  ["上午在发改局开了征求意见会,我去了", "发改局"],
  ["7月3日在贵州省委党校举办的培训班学习", "贵州省委党校"],
])("the house where it was is its place: %s", (text, place) => {
  expect(read(text).reports[0]?.place).toBe(place);
});

test.for<[string, string, string]>([
  ["14、15两天集中视察,看了六个项目", "2026-09-14", "2026-09-15"],
  ["参加专题调研,走了4个村,时间是8月18、19两天", "2026-08-18", "2026-08-19"],
  ["13、14、15三天参加培训", "2026-09-13", "2026-09-15"],
  ["执法检查9月11-12两天,我去了的", "2026-09-11", "2026-09-12"],
  ["七夕值班从8月18号到20号,都是我守着", "2026-08-18", "2026-08-20"],
  ["从14号一直培训到16号", "2026-09-14", "2026-09-16"],
  ["上个月25号去凯里考察非遗,26号回来的", "2026-08-25", "2026-08-26"],
  ["区人代会今天闭幕,我从14号报到开始一直坐到散会", "2026-09-14", "2026-09-16"],
  ["区人代会今天闭幕了,从13号开到16号,四天我都在", "2026-09-13", "2026-09-16"],
  ["区里的人代会今天下午闭幕了,打14号报到起我一天没落,全程参加", "2026-09-14", "2026-09-16"],
])("days that a deputy was busy on end: %s", ([text, date, end]) => {
  expect(read(text).reports).toMatchObject([{ date, end }]);
});

test("days a week apart are a record each, though nothing stands between them", () => {
  expect(read("1号8号15号都去站里值了班").reports.map((one) => one.date)).toEqual([
    "2026-09-01",
    "2026-09-08",
    "2026-09-15",
  ]);
});

test("the month of a deputy's days may be told after what was done", () => {
  expect(read("3号、10号到下坝镇接待选民,那是上个月").reports.map((one) => one.date)).toEqual([
    "2026-08-03",
    "2026-08-10",
  ]);
  expect(read("15号调解了一起纠纷,是上月15号").reports).toMatchObject([{ date: "2026-08-15" }]);
});

test.for<[string, readonly string[]]>([
  ["七夕慰问:8月17日慰问困难户5户,8月18日慰问老党员3名", ["2026-08-17", "2026-08-18"]],
  ["七夕期间,8月20日入户走访返乡人员9人", ["2026-08-20"]],
  ["六一前夕走访留守儿童:5月29日走访7户", ["2026-05-29"]],
  ["建党节前,6月28日走访老党员5名", ["2026-06-28"]],
  ["七夕慰问,今天走了黄连村11户困难户,米和油都送到家", ["2026-09-16"]],
  ["学雷锋那天带着学生扫街,捡了十几袋垃圾", ["2026-03-05"]],
  ["六五环境日在河边捡垃圾", ["2026-06-05"]],
  ["食品安全日那天在场坝给群众讲食品安全", ["2026-06-07"]],
])("a festival says why where a day is told, and when where none is: %s", ([text, days]) => {
  expect(read(text).reports.map((one) => one.date)).toEqual(days);
});

test("days with their places under a heading are a record each", () => {
  expect(read("三场宣讲:9号洛湾社区,10号黄连村,11号高寨村").reports).toMatchObject([
    { kind: "publicity", date: "2026-09-09", place: "洛湾社区" },
    { kind: "publicity", date: "2026-09-10", place: "黄连村" },
    { kind: "publicity", date: "2026-09-11", place: "高寨村" },
  ]);
});

test("how many there were in all of days said one by one is asked about, a number for each day is its own", () => {
  const all = read("周一、周二、周三每天下午在联络站接待选民,共9人");
  expect([all.reports.length, all.ask]).toEqual([3, ["count"]]);
  for (const said of ["一天3个,一天5个", "一天3个一天5个", "一天接待3个,另一天5个"])
    expect(read(`上星期四和上星期五都在村委会接待群众,${said}`).reports).toMatchObject([
      { date: "2026-09-10", counts: { persons: 3 } },
      { date: "2026-09-11", counts: { persons: 5 } },
    ]);
  expect(read("周一、周三每天接待3人").reports.map((one) => one.counts)).toEqual([
    { persons: 3 },
    { persons: 3 },
  ]);
});

test("去年今天 is of last year, and there is no 29th of February in it", () => {
  expect(read("去年今天走访了3户").reports).toMatchObject([{ date: "2025-09-16" }]);
  expect(read("前年的昨天走访了3户").reports).toMatchObject([{ date: "2024-09-15" }]);
  const leap = understand("去年今天走访了3户", {
    at: new Date("2028-02-29T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: [],
    places: [],
  });
  expect(leap.ask).toContain("date");
});

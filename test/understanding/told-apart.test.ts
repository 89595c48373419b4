import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const CONTEXT = {
  at: new Date("2026-09-16T20:00:00+08:00"),
  zone: "Asia/Shanghai",
  people: ["李明", "王芳", "谭雅琴"],
  places: ["黄连村", "干河村", "桃子坪村"],
};
const read = (text: string) => understand(text, CONTEXT);

test("a deputy who visits a village a day has the families of each day with their village", () => {
  expect(read("9月8日、10日分别走访干河村5户、桃子坪村7户").reports).toMatchObject([
    { date: "2026-09-08", place: "干河村", counts: { households: 5 } },
    { date: "2026-09-10", place: "桃子坪村", counts: { households: 7 } },
  ]);
});

test.each([
  ["9月14日本人走访了黄连村6户", "2026-09-14"],
  ["昨,走访黄连村6户", "2026-09-15"],
  ["昨个走访了黄连村6户", "2026-09-15"],
  ["国庆没到先报:12号走访黄连村6户", "2026-09-12"],
  ["七夕活动给黄连村捐款500元,时间是8月18日", "2026-08-18"],
  ["本来说昨天去的,下雨改到今天上午,到黄连村慰问了3户", "2026-09-16"],
  ["七夕那几天没歇,8月20号走访5户", "2026-08-20"],
])("the day on which a deputy did it is heard in: %s", (text, date) => {
  expect(read(text).reports).toMatchObject([{ date }]);
});

test("yesterday and today, said short, are one stretch of a deputy's training", () => {
  expect(read("昨、今两日参加代表培训班").reports).toMatchObject([{ date: "2026-09-15", end: "2026-09-16" }]);
});

test.each(["跟李明搭班", "李明代表一并参加", "和李明代表搭档", "李明代表也到场"])(
  "a deputy was along, told after what was done: %s",
  (words) => {
    expect(read(`昨天走访5户,${words}`).reports).toMatchObject([{ with: ["李明"] }]);
  },
);

test("a deputy who settled a case together with others settled one case", () => {
  expect(read("昨天和王芳一起调解了一起邻里纠纷").reports[0]?.counts).toEqual({ cases: 1 });
  expect(read("昨天跟几个代表一起调解纠纷").reports[0]?.counts).toBeUndefined();
});

test.each([
  ["昨天看望老人八个,一人一袋米", { persons: 8 }],
  ["昨天给三十个外卖骑手讲安全课", { persons: 30 }],
  ["昨天到黄连村调研,用时一天", { days: 1 }],
])("a deputy counts what was said: %s", (text, counts) => {
  expect(read(text).reports).toMatchObject([{ counts }]);
});

test("a deputy who cannot write has the record that another enters", () => {
  expect(read("李明代表不会用手机,我帮他登一下,昨天接待群众4人")).toMatchObject({
    onBehalf: "李明",
    reports: [{ kind: "reception", counts: { persons: 4 } }],
  });
});

test.for<[string, string]>([
  ["昨天召集组里的代表搞了一次小组活动,看了高寨村的茶叶初制厂", "group_activity"],
  ["昨天对派出所搞工作评议,我给打了分", "work_appraisal"],
  ["昨天给卫健局做工作评议,我投了满意票", "work_appraisal"],
  ["昨天去盯票决的那个农贸市场改造,墙砖贴了一半", "livelihood_supervision"],
  ["昨天走访6户,给老人送了米和油", "poverty_aid"],
  ["昨天参加培训,一堂课没缺", "training"],
  ["昨天我出挖机帮桐子林村清淤,清了1.2公里水沟", "practical_help"],
  ["昨天给新桥村小学捐了价值1.2万元的图书", "education_aid"],
  ["昨天走访困难群众7户送棉被", "poverty_aid"],
  ["昨天审议的时候,就学位紧张的问题向教育局作了一次询问", "inquiry"],
  ["跑运输我开了二十年车,昨天参加了运价的听证会", "meeting_attend"],
  ["找县里要来资金9万元,把黄连村那段烂路铺成水泥的了,昨天通车", "practical_help"],
])("what belongs to a deputy's duty is no record and no opinion of its own: %s", ([text, kind]) => {
  const told = read(text);
  expect(told).toMatchObject({ reports: [{ kind, date: "2026-09-15" }], opinions: [] });
  expect(told.reports).toHaveLength(1);
});

test.for([
  "昨天去了干河村一趟",
  "上午到黄连村去了一下",
  "昨天到桃子坪村跑了一趟",
  "昨天去了一趟黄连村,记一笔",
])("what a deputy did there is asked where only the village is told: %s", (text) => {
  expect(read(text).ask).toEqual(["kind"]);
});

test.for<[string, string | undefined]>([
  ["昨天给安置点捐了1000块钱的面包和水", "安置点"],
  ["昨天走访了园区3家企业", "园区"],
  ["行风评议员活动,9月15日去供电所查服务", "供电所"],
  ["昨天看望高寨村的老人3名", "高寨村"],
  ["昨天视察医院,看东门农贸市场改造", "东门农贸市场"],
  ["昨天去县一中给学生宣讲宪法", "县一中"],
  ["昨天接待选民六人,地点清河街道代表联络站", "清河街道代表联络站"],
  ["昨天中午在厂门口给选民念述职报告", "厂门口"],
  ["昨天视察防汛物资库", "防汛物资库"],
  ["昨天我拿着代表证去客运站转了一圈,算持证视察", "客运站"],
  ["昨天把黄连村那段烂路铺成水泥的了", "黄连村"],
  ["昨天带着学生扫街", undefined],
  ["昨天对派出所搞工作评议", undefined],
])("where a deputy was: %s", ([text, place]) => {
  expect(read(text).reports[0]?.place).toBe(place);
});

test.for<[string, string]>([
  ["我们代表小组今天在龙塘镇活动,组长李明领着学了乡村振兴促进法", "李明"],
  ["王芳带队,我们去看了三个安置点", "王芳"],
])("who led the way came along: %s", ([text, name]) => {
  expect(read(text).reports).toMatchObject([{ with: [name] }]);
});

test("cosigned motions and suggestions are a record each, and so are help given and a day as a volunteer", () => {
  expect(read("9月14日联名议案1件、附议建议2件").reports).toMatchObject([
    { kind: "motion_cosign", date: "2026-09-14", counts: { items: 1 } },
    { kind: "suggestion_cosign", date: "2026-09-14", counts: { items: 2 } },
  ]);
  expect(read("周六帮黄连村修水池协调了2万元,周日在干河村做义工3小时").reports).toMatchObject([
    { kind: "practical_help", counts: { wan_yuan: 2 } },
    { kind: "volunteer", place: "干河村", counts: { hours: 3 } },
  ]);
});

test.each([
  ["争取到36盏太阳能路灯,今天都给黄连村装起了", { place: "黄连村", counts: { lamps: 36 } }],
  ["9月6日就路灯一事的办理结果向群众反馈,逐户告知14户,均表示满意", { counts: { households: 14 } }],
])("what goes on with a deed is no second one: %s", (text, record) => {
  expect(read(text).reports).toMatchObject([record]);
});

test.each([
  [
    "9月8日在分组审议工作报告时,就执行难问题向区法院负责同志提出询问1次",
    { kind: "inquiry", date: "2026-09-08", counts: { times: 1 } },
  ],
  [
    "9月9日参加区人大组织的集中视察,一行20余人,先后看了污水处理厂扩建、黄连村两个点位",
    { kind: "inspection", counts: { persons: 20, places: 2 } },
  ],
  [
    "昨天我去走访哦不对是周一,周一那天我跟李明两个在黄连村走的,走了十二户",
    { date: "2026-09-14", with: ["李明"], counts: { households: 12 } },
  ],
])("when it was, what was looked at and what was said wrong at first are of one deed: %s", (text, record) => {
  expect(read(text).reports).toMatchObject([record]);
});

test("the day on which a deputy handed all of it in is the day of each", () => {
  expect(read("本次会议共领衔提出议案1件,附议议案2件,9月15日已交议案组").reports).toMatchObject([
    { kind: "motion_lead", date: "2026-09-15" },
    { kind: "motion_cosign", date: "2026-09-15" },
  ]);
});

test("what a deputy says is not to be counted is no record of his", () => {
  expect(read("今年1月捐的那批口罩不算,9月5日又给黄连村捐款500元").reports).toMatchObject([
    { date: "2026-09-05", counts: { yuan: 500 } },
  ]);
});

test("more than anybody tells in one breath is asked about, whatever was read of it", () => {
  const { reports, ask } = read("今天走访了3户。".repeat(300));
  expect(reports.length).toBeLessThanOrEqual(200);
  expect(ask).toContain("intent");
});

test.each([
  "昨天走访黄连村3户后接待选民2人",
  "昨天走访黄连村3户以后又接待选民2人",
  "昨天走访黄连村3户和接待选民2人",
])("a deed and what came after it are two, each with its own amount: %s", (text) => {
  expect(read(text).reports).toMatchObject([
    { kind: "home_visit", counts: { households: 3 } },
    { kind: "reception", counts: { persons: 2 } },
  ]);
});

test("days on end of which nobody says when they began are asked about", () => {
  expect(read("一连三天走访").ask).toContain("date");
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

// How deputies and clerks tell what was done: how much, when, with whom, where, and for whom it is entered.
const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-10T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "罗文军", "周志强"],
    places: ["黄连村", "三江村", "洛湾社区", "下坝镇代表联络站"],
  });
const first = (text: string) => read(text).reports[0];

test.each([
  ["昨晚走访黄连村的租户5家", { households: 5 }],
  ["走访茶企两家", { enterprises: 2 }],
  ["昨天走访沿街店铺,走了十多家", { enterprises: 10 }],
  ["节前慰问:昨日赴三江村,困难职工家庭15户,发放慰问金合计7500元", { households: 15, yuan: 7500 }],
  ["看望黄连村两个五保老人,给了六百块钱", { persons: 2, yuan: 600 }],
  ["赶场摆了半天摊,来问的有二十人次", { half_days: 1, person_times: 20 }],
  ["今天在代表团审议时发言,提了3点意见", { entries: 3 }],
  ["今天跟着视察组看了公园和菜市场,六个地方", { places: 6 }],
  ["今天持证视察,看了两个充电棚", { places: 2 }],
  ["站里值班今天来了五个人说了三件事", { persons: 5, items: 3 }],
] as const)("%s counts what it says", (text, counts) => {
  expect(first(text)?.counts).toEqual(counts);
});

test.each([
  "区公交公司请我当监督员,今天头一回去,坐了3条线路",
  "今天视察,视察的头一次",
  "今天列席常委会,给住建局打了分",
])("%s counts nothing", (text) => {
  expect(first(text)?.counts).toBeUndefined();
});

test("what was answered one by one is no single one", () => {
  expect(first("昨晚群里有9个选民问我医保的事,我一条条回的")?.counts).toEqual({ persons: 9 });
});

test.each([
  ["走访沿街商户,走了二十多家", { enterprises: 20 }],
  ["今天视察,视察了两个工地", { places: 2 }],
  ["走访黄连村时老乡说水沟垮了半年没人修,今天走了11户", { households: 11 }],
  ["入户时大爷说低保没批下来,昨天一共入了8户", { households: 8 }],
] as const)("%s is one record, whatever stands between the deed and its amount", (text, counts) => {
  expect(read(text).reports).toMatchObject([{ counts }]);
});

test("days that were said in one breath are the days they are", () => {
  expect(first("八月十八十九号去湄潭看人家做茶")).toMatchObject({ date: "2026-08-18", end: "2026-08-19" });
  expect(first("8 9号到湄潭学习")).toMatchObject({ date: "2026-09-08", end: "2026-09-09" });
  expect(first("昨天走访了二十二户")).toMatchObject({ date: "2026-09-09", counts: { households: 22 } });
});

test("the first time and the second are a record each, where both were", () => {
  const place = "下坝镇代表联络站";
  expect(read("9月4日和6日分别进站值班,下坝镇代表联络站,前一次接待4人,后一次接待7人").reports).toMatchObject([
    { date: "2026-09-04", place, counts: { persons: 4 } },
    { date: "2026-09-06", place, counts: { persons: 7 } },
  ]);
});

test("what else was done on a day of the session is a record beside it", () => {
  expect(read("9.1-9.4 区人代会,本人全勤;另于9月3日联名议案2件").reports).toMatchObject([
    { kind: "congress_attend", date: "2026-09-01", end: "2026-09-04" },
    { kind: "motion_cosign", date: "2026-09-03", counts: { items: 2 } },
  ]);
});

test.each([
  "走访7户,搭档李明",
  "小组活动,组长李明召集的,看了新桥",
  "李明召集我们搞小组活动,学了代表法",
  "今天在站里值班,同班的是李明",
  "李明陪着我走了四户",
  "李明开的车,我们俩去黄连村走了八户",
  "昨天走了十一户,都在三江村,李明跟我一路的",
])("%s: who came along is named", (text) => {
  expect(first(text)?.with).toEqual(["李明"]);
});

test("whose suggestion it is came along nowhere", () => {
  expect(first("昨天联名建议1件,由李明代表牵头")?.with).toBeUndefined();
  expect(first("走访了李明提的那条烂路沿线的6户")?.with).toBeUndefined();
});

test.each([
  ["今天在车队调度室给选民口头述职", "车队调度室"],
  ["昨天在村办公楼给选民述职,来了44个", "村办公楼"],
  ["下午在区政务中心开听证会,我是听证代表", "区政务中心"],
  ["给社区养老站捐了1.2万元的床", "社区养老站"],
  ["昨天三路车终点站司机打架,我去劝和", "三路车终点站"],
  ["今天在大榕树底下开院坝会,来了二十个人", "大榕树底下"],
  ["昨晚在5号楼架空层开居民会,来了28人", "5号楼架空层"],
  ["上午到敬老院看望老人,在食堂包了饺子", "敬老院"],
])("%s: the wording shows where it was", (text, place) => {
  expect(first(text)?.place).toBe(place);
});

test.each(["昨天到学校宣讲环保2场", "今天在现场给大家讲了安全", "走访返乡人员5人"])(
  "%s names no such place",
  (text) => {
    expect(["学校宣讲环保2场", "现场", "返乡"]).not.toContain(first(text)?.place);
  },
);

test.each([
  ["李明代表提到的问询,我补进来:9月8日区人大常委会专题询问,他参加了", "2026-09-08"],
  ["李明代表说的那次走访,我补一下:9月6号,黄连村,7户", "2026-09-06"],
  ["补登人代会:李明代表附议建议3件,1月14日", "2026-01-14"],
  ["补报入户情况:李明代表9月5日走访三江村9户", "2026-09-05"],
  ["我是联络员,李明代表今天值班接待3人", "2026-09-10"],
  ["李明代表昨天的走访忘报了,我帮补:黄连村6户", "2026-09-09"],
])("%s is entered for him", (text, date) => {
  expect(read(text)).toMatchObject({ onBehalf: "李明", reports: [{ date }] });
  expect(first(text)?.with).toBeUndefined();
});

test("a motion with many hands is led by whoever hands it in", () => {
  expect(read("代李明代表提交议案一件:加快农村物流建设,十一名代表联名")).toMatchObject({
    onBehalf: "李明",
    suggestion: { role: "lead", motion: true },
  });
  expect(read("附议李明的议案:加快农村物流建设").suggestion?.role).toBe("cosign");
});

test("how a suggestion was dealt with is rated for another", () => {
  expect(read("代李明代表反馈:对水渠建议的办理结果基本满意")).toMatchObject({
    intent: "satisfaction",
    onBehalf: "李明",
  });
});

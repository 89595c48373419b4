import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-10-26T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "龙小雅"],
    places: ["乐湾村", "黄连村", "高坪村", "云顶村", "羊昌镇"],
  });

test.for([
  "走访4户。反映:社区门诊周末不开。",
  "走访5户,群众反映路灯前天坏了",
  "走访5户,反映上周三开始停水",
  "接待3人,有个老人说上个月15号起就没来过水",
])("%s: the day of a matter is none of the deed", (text) => {
  const { reports, opinions } = read(text);
  expect(reports).toMatchObject([{ date: "2026-10-26" }]);
  expect(opinions).toHaveLength(1);
});

test.for([
  ["走访5户,群众反映路灯坏了,前天", "2026-10-24"],
  ["前天走访5户,群众反映路灯坏了", "2026-10-24"],
])("%s: its own day still is", ([text, date]) => {
  expect(read(text ?? "").reports).toMatchObject([{ date }]);
});

test("a day in words alone before a comma is of what follows", () => {
  expect(
    read("十月十七日,列席区人大常委会会议;十九日,于羊昌镇接待选民四人;二十日,旁听庭审一次。").reports,
  ).toMatchObject([
    { kind: "committee_session_attend", date: "2026-10-17" },
    { kind: "reception", date: "2026-10-19", counts: { persons: 4 } },
    { kind: "court_observe", date: "2026-10-20" },
  ]);
});

test.for([
  ["收集意见1条——楼道灯坏了没人换", ["楼道灯坏了没人换"]],
  ["意见3条(农机补贴、垃圾池、村卫生室缺药)", ["农机补贴", "垃圾池", "村卫生室缺药"]],
  ["收集意见2条——路灯不亮、垃圾没人清", ["路灯不亮", "垃圾没人清"]],
] as const)("走访黄连村13户,%s", ([told, said]) => {
  const { reports, opinions } = read(`昨天走访黄连村13户,${told}`);
  expect(reports).toHaveLength(1);
  expect(opinions.map((one) => one.text)).toEqual(said);
});

test("two matters in one breath are two", () => {
  expect(
    read("昨天开院坝会收了两条意见一条是说路灯一条是说低保评得不公").opinions.map((one) => one.category),
  ).toEqual(["urban", "civil_affairs"]);
});

test.for([
  ["在云顶走访了6户", "云顶"],
  ["今天走访高坪五户", "高坪"],
  ["昨天参加培训班,在开封", "开封"],
  ["昨天在高速口给堵雪的司机送热水", "高速口"],
  ["昨天在汴河路代表之家接待4人", "汴河路代表之家"],
  ["昨天走访4户,在沿河社区", "沿河社区"],
])("%s was at %s", ([text, place]) => {
  expect(read(text ?? "").reports).toMatchObject([{ place }]);
});

test.for(["昨天参加培训,在家", "昨天走访了5户,在路上遇到几个老乡", "我找县里争取了八万块钱修路"])(
  "%s names no place",
  (text) => {
    expect(read(text).reports[0]?.place).toBeUndefined();
  },
);

test("the way between two villages is where it is", () => {
  expect(read("高坪到云顶全是坑").opinions).toMatchObject([{ place: "高坪到云顶" }]);
});

test.for([
  ["昨天和小雅代表走访5户", ["龙小雅"]],
  ["李明代表屋里有事没来我一个人去黄连村走访了六户", undefined],
] as const)("%s: with %s", ([text, company]) => {
  const [report] = read(text).reports;
  expect(report?.kind).toBe("home_visit");
  expect(report?.with).toEqual(company);
});

test.for(["今日履职:1.无 2.无", "本周履职情况:无", "履职记录:1、暂无;2、没有"])("%s: nothing", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", reports: [], opinions: [] });
});

test.for([
  ["修好机耕道两公里半,我去争取了八万块钱", { km: 2.5, wan_yuan: 8 }],
  ["帮黄连村装了22盏路灯,花了3万5", { lamps: 22, wan_yuan: 3.5 }],
  ["用面包车送7个娃到镇中学报到", { persons: 7 }],
] as const)("%s counts %o", ([text, counts]) => {
  expect(read(`昨天${text}`).reports).toMatchObject([{ counts }]);
});

test("俺 is 我, and 夜儿个 yesterday", () => {
  expect(read("夜儿个李明喊着俺一块去黄连村宣讲政策,来听哩有四十来人").reports).toMatchObject([
    { kind: "publicity", date: "2026-10-25", place: "黄连村", with: ["李明"], counts: { persons: 40 } },
  ]);
});

test.for(["高楼上老往下扔东西,昨天一个玻璃瓶砸在滑梯边上", "水库溢洪道堵了水漫出来了我怕垮坝赶紧来人"])(
  "%s cannot wait",
  (text) => {
    expect(read(text).opinions).toMatchObject([{ urgent: true }]);
  },
);

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["黄连村", "马场村"],
  });
const countsOf = (text: string) => read(text).reports.map((one) => one.counts);

test.each([
  ["昨天走访企业5家,商户8户", { enterprises: 13 }],
  ["昨天走访了5家企业和8户商户", { enterprises: 13 }],
  ["昨天走访企业5家,餐馆3家,商户8户", { enterprises: 16 }],
  ["昨天走访企业8家,餐馆3家、超市5家", { enterprises: 8 }],
  ["昨天走访市场主体13家,其中企业5家、商户8户", { enterprises: 13 }],
  ["昨天走访12家企业、8家商户", { enterprises: 20 }],
])("firms of several sorts are counted together, and no family among them: %s", (text, counts) => {
  expect(countsOf(text)).toEqual([counts]);
});

test.each([
  ["昨天走访5+3户", { households: 8 }],
  ["昨天走访5户+3户", { households: 8 }],
  ["昨天走访群众5+3+2=10户", { households: 10 }],
  ["昨天走访户数6,人数15", { households: 6, persons: 15 }],
  ["昨天走访,户数:6,人数为15", { households: 6, persons: 15 }],
  ["昨天在马场村开院坝会,参会人数35", { persons: 35 }],
  ["昨天走访群众,户数约10户", { households: 10 }],
  ["昨天在黄连村走访,户数6户", { households: 6 }],
])("an amount is read however it is written: %s", (text, counts) => {
  expect(countsOf(text)).toEqual([counts]);
});

test.each(["5、6", "5-6", "五六", "五、六", "5到6"])("%s户 are about five", (words) => {
  expect(read(`昨天走访了${words}户`)).toMatchObject({
    reports: [{ counts: { households: 5 }, approx: ["households"] }],
    ask: [],
  });
});

test("two amounts for two villages are both, and two that are no neighbours are asked about", () => {
  expect(countsOf("昨天到黄连村、马场村分别走访5、6户")).toEqual([{ households: 11 }]);
  expect(read("昨天走访3-8户").ask).toContain("count");
});

test.each([
  ["昨天走访了15户中的12户", { households: 12 }],
  ["15户里头昨天走访了12户", { households: 12 }],
  ["昨天走访了村里30户里的8户", { households: 8 }],
  ["昨天计划走访15户,实际走访12户", { households: 12 }],
  ["昨天走访了12户,占应走访15户的80%", { households: 12 }],
  ["昨天走访的15户中12户是贫困户", { households: 15 }],
  ["昨天走访15户,其中12户是低保户", { households: 15 }],
  ["昨天应村委邀请走访15户", { households: 15 }],
])("of how many they were is no amount: %s", (text, counts) => {
  expect(countsOf(text)).toEqual([counts]);
});

test.each([
  ["昨天和李明、王芳一行三人走访了6户", { households: 6 }],
  ["昨天一行5人到黄连村走访6户", { households: 6 }],
  ["昨天带了3个人去走访,看了10户", { households: 10 }],
  ["昨天带3名村干部走访了10户", { households: 10 }],
  ["昨天和村支书等4人走访了6户", { households: 6 }],
  ["昨天跟着工作组4人去看了3个工地", { places: 3 }],
  ["昨天接待上访群众一行5人", { persons: 5 }],
  ["昨天接待李某一行3人来访", { persons: 3 }],
  ["昨天接待群众张某等4人", { persons: 4 }],
  ["昨天带领15名志愿者清理河道", { persons: 15 }],
])("who went along was not visited: %s", (text, counts) => {
  expect(countsOf(text)).toEqual([counts]);
});

test.each([
  "11月30日至12月1日入户走访,第一天8户第二天9户",
  "11月30日至12月1日入户走访,第一天走访8户,第二天走访9户",
  "11月30日到12月1日走访,头一天8户,第二天9户,一共17户",
])("what was done on each day of a stretch is summed up: %s", (text) => {
  expect(read(text).reports).toMatchObject([
    { date: "2026-11-30", end: "2026-12-01", counts: { households: 17 } },
  ]);
});

test("an amount of the morning and one of the afternoon, told without a pause, are asked about", () => {
  expect(read("昨天上午走访4户下午走访5户").ask).toContain("count");
});

test.each(["昨天走访群众3户,附上走访报告一份", "昨天走访群众3户,情况报告1份附上"])(
  "what comes with the message is nothing that was counted: %s",
  (text) => {
    expect(countsOf(text)).toEqual([{ households: 3 }]);
  },
);

test("a paper that was written stays one, wherever it is", () => {
  expect(countsOf("昨天完成调研报告1份,附后")).toEqual([{ papers: 1 }]);
});

test.each(["昨天参加会议,会后走访2户", "昨天开会,散会后走访2户"])(
  "a meeting before a visit is not lost: %s",
  (text) => {
    expect(read(text).reports).toMatchObject([
      { kind: "meeting_attend", date: "2026-12-01" },
      { kind: "home_visit", date: "2026-12-01", counts: { households: 2 } },
    ]);
  },
);

test("接待人次:15 counts visits, and no people", () => {
  expect(countsOf("昨天在联络站接待选民,接待人次:15")).toEqual([{ person_times: 15 }]);
});

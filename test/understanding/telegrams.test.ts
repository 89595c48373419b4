import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

// Deputies who write as in a telegram, in the manner of letters, or in numerals as money is written.
const read = (text: string, at = "2026-09-16T20:00:00+08:00") =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["李明"],
    places: ["锦江社区", "高坪村", "坪地镇", "新寨村"],
  });

test("a deputy writes a reception in a few words, with what was heard", () => {
  const { intent, reports, opinions, ask } = read("接待。3人。锦江社区。问题:电梯老坏;路灯不亮。");
  expect(intent).toBe("report");
  expect(reports).toMatchObject([{ kind: "reception", place: "锦江社区", counts: { persons: 3 } }]);
  expect(opinions).toHaveLength(2);
  expect(ask).not.toContain("kind");
});

test.each([
  ["冬至送温暖,高坪敬老院,棉鞋三十双", "2026-12-22", "poverty_aid"],
  ["环境日,捡垃圾,半天,雾溪河边", "2026-06-05", "volunteer"],
  ["植树节义务植树半天", "2026-03-13", "volunteer"],
  ["议案1件,领衔,关于高山生态补偿立法,已交", "2026-01-09", "motion_lead"],
  ["给选民回话:上回说的斑马线画好了,今天当面跟7位家长说的", "2026-12-13", "opinion_feedback"],
  ["教师节那天给新寨村小学送了教具,折合1200元", "2026-09-12", "education_aid"],
  ["老城改造征收动员会,我上台给87户居民解释政策,今天上午", "2026-09-17", "publicity"],
] as const)("what a deputy did is told by a word or two: %s", (text, at, kind) => {
  expect(read(text, `${at}T20:00:00+08:00`)).toMatchObject({ intent: "report", reports: [{ kind }] });
});

test.each([
  ["8月4日夜里在新寨村开群众会,46人参加", "2026-08-06", "2026-08-04"],
  ["初三在新寨村开坝坝会,一百多人", "2026-02-20", "2026-02-19"],
  ["二十二號在坪地鎮敬老院看望老人,送去慰問金三千元", "2026-12-24", "2026-12-22"],
])("the day is the one that was said: %s", (text, at, date) => {
  expect(read(text, `${at}T20:00:00+08:00`)).toMatchObject({ reports: [{ date }], ask: [] });
});

test("who is in the third class of a school names no day", () => {
  expect(read("昨天走访5户,有家娃儿读初三在城里没人管").reports).toMatchObject([{ date: "2026-09-15" }]);
});

test("a motion and a suggestion of one day are two records", () => {
  expect(read("领衔提了一件议案 还提了一件建议 都是1月7号").reports).toMatchObject([
    { kind: "motion_lead", date: "2026-01-07", counts: { items: 1 } },
    { kind: "suggestion_lead", date: "2026-01-07", counts: { items: 1 } },
  ]);
});

test("two matters in one breath are two", () => {
  const { opinions } = read("自来水有股漂白粉味道大得很还有那个药店的药卖得贵");
  expect(opinions.map((one) => one.text)).toEqual(["自来水有股漂白粉味道大得很", "药店的药卖得贵"]);
  expect(read("路灯不亮还有那个灯杆也歪了").opinions).toHaveLength(1);
});

test.each(["辛苦一年,各位保重", "给代表们拜年啦,马年大吉"])("small talk is no question: %s", (text) => {
  expect(read(text)).toMatchObject({ intent: "chat", ask: [] });
});

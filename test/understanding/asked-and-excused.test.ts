import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-09-16") =>
  understand(text, {
    at: new Date(`${at}T18:00:00+08:00`),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["平寨村", "三江村"],
  });

test.each([
  ["25-27号在东莞谈订单,26号的视察请假", "2026-06-23", "business_trip"],
  ["下周三在义乌签合同,那天的学习请假", "2026-06-23", "business_trip"],
  ["因小女婚事,定于本月二十二日的代表培训恳请准假一天", "2026-09-16", "family"],
  ["家父抱恙,明天的视察请假一天", "2026-09-16", "family"],
] as const)("a deputy's leave has the reason that its words give: %s", (text, at, reason) => {
  expect(read(text, at)).toMatchObject({ intent: "leave", leave: { reason } });
});

test("a deputy who says who cannot come and that he will asks for no leave", () => {
  expect(read("李明代表和王芳代表都来不了,他们自己请假,我能到").intent).toBe("chat");
});

test.each([
  ["帮我查哈我上半年的履职分", "my_score"],
  ["李明代表的档案打开我看看", "deputy_profile"],
  ["请教九月份还剩几天可以补录?", "deadlines"],
  ["培训改到哪一天了呀,通知没写明白", "upcoming_activities"],
  ["高坪镇上半年谁评优的分数最高", "assessment"],
] as const)("what is asked is told by its words: %s", (text, name) => {
  expect(read(text)).toMatchObject({ intent: "query", query: { name } });
});

test("a deputy who went to ask how his suggestion is getting on tells of it", () => {
  expect(read("我提的那个修桥的建议,今天我去问交通局办到哪样程度了")).toMatchObject({
    intent: "report",
    reports: [{ kind: "suggestion_followup" }],
  });
  expect(read("我提的那个修桥的建议办到哪样程度了?").intent).toBe("query");
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, at = "2026-11-22T20:00:00+08:00") =>
  understand(text, {
    at: new Date(at),
    zone: "Asia/Shanghai",
    people: ["李明", "罗文军"],
    places: ["黄连村", "三江村", "半坡村"],
  });

test.each([
  "昨天走访5户,下午3户,20号也去过",
  "昨天走访5户,18号那回漏报了",
  "民宿发展的调研报告今天交了1篇,调研是上周二去三江村做的",
  "今天旁听庭审1次,上月26日那次漏报,也补上",
])("a day that ended in no record of %s is asked about", (text) => {
  const { reports, ask } = read(text);
  expect(reports.length).toBeGreaterThan(0);
  expect(ask).toContain("date");
});

test("an amount that ended in no record is asked about", () => {
  expect(read("9月3号和9号分别接待三江村4人、黄连村2人").ask).toContain("count");
});

test.each([
  ["今天月底,统计一下:11月14日调解林地纠纷1起,11月20日走访9户", 2],
  ["本来说昨天去的,下雨改到今天上午,到三江村走访5户", 1],
  ["国庆没歇,10月3号走访了8户,5号走访了6户", 2],
  ["昨天走访5户,其中2户是低保户", 1],
  ["昨天小组活动,应到9人实到8人", 1],
  ["昨天走访6户,有两户说自来水19号停到20号", 1],
  ["上周:周一接待选民2名,周三走访5户", 2],
  ["和李明、罗文军两位代表昨天走访三江村4户", 1],
  ["上午跑了3家商户,下午跑了5家,今天共走访8家", 1],
  ['11月18日参加"3·15"消费维权座谈', 1],
  ["20号走访5户,21号休息", 1],
])("of %s everything ended somewhere: %i records and no question", (text, many) => {
  const { reports, ask } = read(text);
  expect(reports).toHaveLength(many);
  expect(ask).toEqual([]);
});

test("children before their school age are no day before yesterday", () => {
  expect(read("走访了三江村学龄前儿童6户").reports).toMatchObject([{ date: "2026-11-22" }]);
  expect(read("看望了罗文明儿子一家").reports).toMatchObject([{ date: "2026-11-22" }]);
  expect(read("前儿走访了三江村6户").reports).toMatchObject([{ date: "2026-11-20" }]);
});

test.each(["昨天七一我们去未问老党员走了五户", "昨天未问困难户五户"])("%s is a slip for 慰问", (text) => {
  expect(read(text, "2026-07-02T09:00:00+08:00").reports).toMatchObject([
    { kind: "poverty_aid", date: "2026-07-01", counts: { households: 5 } },
  ]);
});

import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string, on: string) =>
  understand(text, {
    at: new Date(`${on}T12:00:00+08:00`),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村", "羊昌镇"],
  });

test.for([
  ["4月8号线上接待选民3人", "2026-04-08"],
  ["4月8号文明劝导两小时", "2026-04-08"],
  ["4月8号机关开座谈会,我参加了", "2026-04-08"],
  ["4月8日内部培训半天", "2026-04-08"],
  ["4月8號地質災害點巡查", "2026-04-08"],
  ["8号线上接待选民5人", "2026-04-08"],
  ["8号文化广场宣讲一场", "2026-04-08"],
  ["四月八号路口执勤半天", "2026-04-08"],
])("%s tells of a day, whatever word follows it", ([text, date]) => {
  expect(read(text ?? "", "2026-04-10").reports).toMatchObject([{ date }]);
});

test.for(["昨天去看了地铁3号线工地", "昨天在3号门诊楼慰问医护", "昨天走访了2号院5户"])(
  "%s was yesterday, and the number is a name",
  (text) => {
    expect(read(text, "2026-04-10").reports).toMatchObject([{ date: "2026-04-09" }]);
  },
);

test.for(["10月24、25两日在党校听课", "10月24日、25日两日在党校学习", "24、25日两天在党校学习"])(
  "%s: both days",
  (text) => {
    expect(read(text, "2026-10-27").reports).toMatchObject([{ date: "2026-10-24", end: "2026-10-25" }]);
  },
);

test.for([
  ["辅导班今天结束,从8月10号到今天,教了26个娃", "2026-08-10", "2026-08-22"],
  ["托管班8月20号收尾,从7月15日到8月20日,带了9个娃", "2026-07-15", "2026-08-20"],
])("%s: all of its weeks", ([text, date, end]) => {
  expect(read(text ?? "", "2026-08-22").reports).toMatchObject([{ date, end }]);
});

test.for([
  ["端午走访:乐湾村9户,送粽子", "2026-06-16"],
  ["五一劳模慰问,给18位环卫工送毛巾", "2026-04-29"],
  ["元旦慰问环卫工人20人", "2026-12-30"],
  ["元旦春节走访慰问困难户6户", "2026-12-28"],
  ["教师节座谈会,听了8位老师的想法", "2026-09-08"],
  ["宪法日宣传,发了200份资料", "2026-12-02"],
  ["重阳节给老人包饺子", "2026-10-15"],
  ["七一走访老党员9户", "2026-06-28"],
])("%s, said shortly before it, is of today and not of a year ago", ([text, on]) => {
  expect(read(text ?? "", on ?? "").reports).toMatchObject([{ date: on }]);
});

test.for([
  ["去年端午走访了9户", "2026-06-16", "2025-05-31"],
  ["端午那天去看了孤寡老人4户", "2026-06-16", "2025-05-31"],
  ["端午走访乐湾村9户", "2026-06-25", "2026-06-19"],
  ["国庆走访9户", "2026-10-03", "2026-10-01"],
])("%s is of the festival itself", ([text, on, date]) => {
  expect(read(text ?? "", on ?? "").reports).toMatchObject([{ date }]);
});

test.for([
  "元旦后小组还要组织视察,1月5日,我会参加",
  "小组1月5号还要搞一次调研,我报名了",
  "1月20号的视察我会去",
])("%s is still to come", (text) => {
  expect(read(text, "2026-12-29").reports).toEqual([]);
});

test("我会上 is at a meeting, and no promise", () => {
  expect(read("6月5日,小组组织视察,我会上提了2条意见", "2026-06-10").reports).toMatchObject([
    { date: "2026-06-05" },
  ]);
});

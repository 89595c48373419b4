import { describe, expect, test } from "vitest";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";
import type { FoundDate } from "#src/understanding/dates/found.ts";

// A Tuesday.
const TODAY = "2026-05-12";
const find = (text: string, prefer: "past" | "future" = "past"): readonly FoundDate[] =>
  findDates(text, { today: TODAY, prefer });
const told = ({ start, end }: FoundDate): string => (start === end ? start : `${start}..${end}`);
const days = (text: string, prefer: "past" | "future" = "past"): string =>
  find(text, prefer).map(told).join(" ");

describe("a deputy names a day as people do", () => {
  test.each([
    ["昨天走访了12户", "2026-05-11"],
    ["大前天去看了", "2026-05-09"],
    ["4月27日去29日回", "2026-04-27..2026-04-29"],
    ["前天去昨天回", "2026-05-10..2026-05-11"],
    ["5月6日开幕、昨天闭幕", "2026-05-06..2026-05-11"],
    ["上周一二三都在调研", "2026-05-04..2026-05-06"],
    ["劳动节头天拉了水泥", "2026-04-30"],
    ["初五那天开座谈会", "2026-04-21"],
    ["初三初四去看返乡的年轻人", "2026-04-19 2026-04-20"],
    ["儿童节前慰问了老师", ""],
    ["立夏那天去看茶园", "2026-05-05"],
    ["上周三在站里值班", "2026-05-06"],
    ["这周二开了院坝会", "2026-05-12"],
    ["上个礼拜六下午去了敬老院", "2026-05-09"],
    ["周日接待选民", "2026-05-10"],
    ["本月8号到10号培训", "2026-05-08..2026-05-10"],
    ["18到19号培训", "2026-04-18..2026-04-19"],
    ["11.12走访", "2025-11-12"],
    ["11/6走访", "2025-11-06"],
    ["4.12-4.14培训", "2026-04-12..2026-04-14"],
    ["4.12-14培训", "2026-04-12..2026-04-14"],
    ["10月22调研", "2025-10-22"],
    ["去年12月30慰问", "2025-12-30"],
    ["8月24日到26日视察", "2025-08-24..2025-08-26"],
    ["9月30日至10月2日值班", "2025-09-30..2025-10-02"],
    ["2026年5月8日(周五)调解", "2026-05-08"],
    ["5月8日、9日和11日走访", "2026-05-08 2026-05-09 2026-05-11"],
    ["上周三和周五值班", "2026-05-06 2026-05-08"],
    ["三天前去的", "2026-05-09"],
    ["晚上10点到凌晨2点巡逻", "2026-05-12"],
    ["二〇二六年五月三日", "2026-05-03"],
    ["廿五号去的", "2026-04-25"],
  ])("%s", (text, meant) => {
    expect(days(text)).toBe(meant);
  });
});

describe("feasts and the lunar calendar", () => {
  test.each([
    ["国庆前一天慰问", "2025-09-30"],
    ["重阳节看望老人", "2025-10-29"],
    ["正月十二走访", "2026-02-28"],
    ["腊月二十三", "2026-02-10"],
    ["大年初三", "2026-02-19"],
    ["农历八月十五", "2025-10-06"],
    ["六月六歌会", "2025-06-30"],
    ["三月三对歌", "2026-04-19"],
    ["清明当天", "2026-04-05"],
    ["五一劳动节", "2026-05-01"],
  ])("%s", (text, meant) => {
    expect(days(text)).toBe(meant);
  });

  test("a week of holidays is no day: it is asked about", () => {
    expect(find("春节期间走访了3户")[0]?.doubtful).toBe(true);
    expect(find("十一假期走访了3户")[0]?.doubtful).toBe(true);
  });
});

describe("periods that staff ask for", () => {
  test.each([
    ["统计上半年", "2026-01-01..2026-06-30"],
    ["三季度走访", "2025-07-01..2025-09-30"],
    ["本季度", "2026-04-01..2026-06-30"],
    ["上个月", "2026-04-01..2026-04-30"],
    ["去年", "2025-01-01..2025-12-31"],
    ["今年以来", "2026-01-01..2026-05-12"],
    ["上周", "2026-05-04..2026-05-10"],
    ["三月到五月", "2026-03-01..2026-05-31"],
    ["最近30天", "2026-04-12..2026-05-12"],
  ])("%s", (text, meant) => {
    expect(days(text)).toBe(meant);
    expect(find(text)[0]?.wide).toBe(true);
  });
});

test("a limit names its own day", () => {
  expect(days("本月20日前完成走访")).toBe("2026-05-20");
  expect(days("下周五之前来不了", "future")).toBe("2026-05-22");
  expect(days("5月8日以前走访过")).toBe("2026-05-08");
  expect(days("昨天下午3点到今天上午10点值班")).toBe("2026-05-11..2026-05-12");
});

test("several weekdays in one breath are asked about", () => {
  for (const text of ["本周一三五值班", "周一、三、五接访"]) expect(find(text)[0]?.doubtful).toBe(true);
  expect(find("上周三三点开会")[0]?.doubtful).toBe(false);
});

test("how long it took does not swallow the day that follows", () => {
  expect(days("走访3小时,9月12日接访")).toBe("2025-09-12");
  expect(days("培训2天,8日走访")).toBe("2026-05-08");
});

describe("days that no calendar has are asked about", () => {
  test.each(["2月31日走访", "2月30号走访", "13月5日走访", "4月31日走访", "上个月31号走访", "2.30走访"])(
    "%s",
    (text) => {
      expect(find(text)[0]?.doubtful).toBe(true);
    },
  );

  test("29 February is the last one there was, and asked about when that is years ago", () => {
    expect(find("2月29日走访")[0]).toMatchObject({ start: "2024-02-29", doubtful: true });
  });
});

describe("what is no date", () => {
  test.each([
    "走访了12户",
    "3号楼的灯不亮",
    "2号线延长",
    "电话13800138000",
    "0851-86270000",
    "版本2.3.1",
    "完成率98.5%",
    "大家一起去",
    "提了一点意见",
    "有一点小问题",
    "提两点建议",
    "三年级的学生",
    "3.5公里",
    "1.5万元",
    "12.5亩",
    "五一路口",
    "十一户人家",
    "三八红旗手",
    "周边环境",
    "每周三值班",
    "早一点来",
    "三日内报送",
    "干了三年",
    "开了3天会",
    "二十一个人",
    "十分之一",
    "目前没有路灯",
    "一日三餐",
  ])("%s", (text) => {
    expect(days(text)).toBe("");
    expect(findTime(text)).toBeUndefined();
  });
});

describe("the time of day", () => {
  test.each([
    ["昨天下午三点半", "15:30"],
    ["上午9点", "09:00"],
    ["晚上8点20", "20:20"],
    ["8:05开会", "08:05"],
    ["14:30-16:00", "14:30"],
    ["十点一刻", "10:15"],
    ["三点到农贸市场", "15:00"],
    ["昨天三点到五点接访", "15:00"],
    ["9点到下午5点", "09:00"],
    ["中午12点", "12:00"],
    ["凌晨两点", "02:00"],
    ["早八点", "08:00"],
  ])("%s", (text, meant) => {
    expect(findTime(text)).toBe(meant);
  });
});

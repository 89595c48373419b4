import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "陈建国"],
    places: ["黄连村", "马场村"],
  });

test.each([
  "履职类型:走访群众;日期:12月1日;地点:黄连村;户数:6",
  "类型：走访群众\n日期：12月1日\n地点：黄连村\n户数：6",
  "【类型】走访群众【日期】12月1日【地点】黄连村【户数】6",
  "1.履职类型:走访群众 2.日期:12月1日 3.地点:黄连村 4.户数:6",
  "时间:12月1日,地点:黄连村,内容:走访群众,户数:6户",
])("a form that a deputy fills in is a record: %s", (text) => {
  expect(read(text)).toMatchObject({
    intent: "report",
    reports: [{ kind: "home_visit", date: "2026-12-01", place: "黄连村", counts: { households: 6 } }],
    ask: [],
  });
});

test("a form names who came along and what residents said", () => {
  expect(read("日期:12月1日 类型:走访群众 地点:黄连村 户数:6 同行:王芳、陈建国 意见:路灯不亮")).toMatchObject(
    {
      reports: [{ with: ["王芳", "陈建国"], counts: { households: 6 } }],
      opinions: [{ text: "路灯不亮" }],
    },
  );
});

test("a form that gives a number and no unit of it asks how much it was", () => {
  expect(read("类型:走访群众,时间:昨天,地点:黄连村,数量:6").ask).toContain("count");
});

test("a form of a matter is an opinion, one of a day to come no record that is certain, and one field a correction", () => {
  expect(read("类型:交通;地点:黄连村;内容:路灯不亮")).toMatchObject({
    intent: "opinion",
    reports: [],
    opinions: [{ place: "黄连村" }],
  });
  expect(read("活动类型:走访群众;活动时间:12月10日;地点:黄连村;户数:6").ask).toContain("date");
  expect(read("地点:黄连村").intent).toBe("correction");
  expect(read("类型改成接待选民").intent).toBe("correction");
});

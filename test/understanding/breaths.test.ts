import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T09:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["乐湾村", "黄连村"],
  });

test("a blank between two breaths is as good as a comma", () => {
  const { reports, opinions } = read("昨天走访乐湾村7户 群众反映路灯不亮");
  expect(reports).toMatchObject([{ kind: "home_visit", place: "乐湾村", counts: { households: 7 } }]);
  expect(opinions).toMatchObject([{ text: "路灯不亮" }]);
});

test("without any mark the households are still counted, and the people still speak", () => {
  const { reports, opinions } = read("昨天走访乐湾村7户群众反映路灯不亮");
  expect(reports).toMatchObject([{ place: "乐湾村", counts: { households: 7 } }]);
  expect(opinions).toMatchObject([{ text: "路灯不亮" }]);
});

test("several days told with blanks are several records", () => {
  const { reports } = read("昨天走访5户 前天走访3户 大前天接待选民2人");
  expect(reports.map(({ date, counts }) => [date, counts])).toEqual([
    ["2026-09-15", { households: 5 }],
    ["2026-09-14", { households: 3 }],
    ["2026-09-13", { persons: 2 }],
  ]);
});

test("blanks between all words mean nothing", () => {
  const { reports } = read("昨天 我 去 黄连村 走访 了 7 户");
  expect(reports).toMatchObject([{ kind: "home_visit", place: "黄连村", counts: { households: 7 } }]);
});

test.for(["昨天走访黄连村3户并接待选民2人", "昨天走访黄连村3户还调解了2起纠纷"])(
  "%s is two records",
  (text) => {
    expect(read(text).reports.map(({ counts }) => Object.values(counts ?? {}))).toEqual([[3], [2]]);
  },
);

test.for(["走访乐湾村99999999户", "昨天走访-3户", "昨天走访负3户", "昨天走访0户"])(
  "%s is asked about",
  (text) => {
    const { reports, ask } = read(text);
    expect(reports[0]?.counts).toBeUndefined();
    expect(ask).toContain("count");
  },
);

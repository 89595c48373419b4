import { expect, test } from "vitest";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { rosterSheets, type RowsOf } from "#test/support/roster-file.ts";

// One fault of a roster is one line, and names the cell that puts it right.
const ORGS: RowsOf<"orgs"> = [
  { name: "乌当区", kind: "区县" },
  { name: "羊昌镇", kind: "镇街", parent: "乌当区" },
  { name: "羊昌镇代表小组", kind: "代表小组", parent: "羊昌镇" },
];
const SEAT = { level: "区", term: "十八届", township: "羊昌镇", from: "2021-12-20", status: "在任" } as const;
const STAFF: RowsOf<"staff"> = [
  { name: "刘敏", role: "镇街人大工作人员", org: "羊昌镇", from: "2022-01-01" },
];

const wrong = (sheets: readonly Sheet[]): string[] => {
  const parsed = parseRoster(sheets, []);
  return "problems" in parsed ? parsed.problems.map(rosterProblem) : [];
};

test("one wrong word is one line: an organisation is told of where its own row is wrong, another with all its rows", () => {
  const orgs = [...ORGS.slice(0, 2), { name: "羊昌镇代表小组", kind: "组", parent: "羊昌镇" }];
  const rows = (group: string) => ["李明", "王芳", "陈建国"].map((name) => ({ ...SEAT, name, group }));
  expect(wrong(rosterSheets({ orgs, staff: STAFF, mandates: rows("羊昌镇代表小组") }))).toEqual([
    "机构 第4行「类型」:填法不对,只能填:镇街、代表小组、联络站、联络室、承办单位、区县、村社区(现在是“组”)",
  ]);
  const mandates = [
    ...rows("羊昌小组"),
    { ...SEAT, name: "赵勇" },
    { ...SEAT, name: "周强", group: "羊昌小组" },
  ];
  expect(wrong(rosterSheets({ orgs: ORGS, staff: STAFF, mandates }))).toEqual([
    "代表 第2-4、6行「代表小组」:机构表里没有这个名称(现在是“羊昌小组”)",
  ]);
  const untitled = rosterSheets({ orgs: [], staff: STAFF, mandates: rows("羊昌镇代表小组") }).slice(1);
  expect(wrong(untitled)).toEqual(["机构:文件里没有这张表(有的是:代表、工作人员)"]);
});

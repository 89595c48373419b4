import { describe, expect, test } from "vitest";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { type RosterRows, rosterSheets, type RowsOf } from "#test/support/roster-file.ts";

const ORGS: RowsOf<"orgs"> = [
  { name: "乌当区", kind: "区县" },
  { name: "羊昌镇", kind: "镇街", parent: "乌当区" },
  { name: "羊昌镇代表小组", kind: "代表小组", parent: "羊昌镇" },
];
const SEAT = { level: "区", term: "十八届", township: "羊昌镇", from: "2021-12-20", status: "在任" } as const;
const STAFF: RowsOf<"staff"> = [
  { name: "刘敏", role: "镇街人大工作人员", org: "羊昌镇", from: "2022-01-01" },
];

const sheetsOf = (rows: RosterRows): Sheet[] => rosterSheets({ orgs: ORGS, staff: STAFF, ...rows });
const wrong = (sheets: readonly Sheet[]): string[] => {
  const parsed = parseRoster(sheets, []);
  return "problems" in parsed ? parsed.problems.map(rosterProblem) : [];
};
const read = (mandates: RowsOf<"mandates">) => {
  const parsed = parseRoster(sheetsOf({ mandates }), []);
  if ("problems" in parsed) throw new Error(parsed.problems.map(rosterProblem).join("\n"));
  return parsed.roster.mandates;
};

test("every bad cell is listed in words, and nothing is taken", () => {
  const mandates = [
    { ...SEAT, name: "" },
    { ...SEAT, name: "李明", level: "省", group: "没有的小组", from: "2021-02-30", status: "在职" },
    { ...SEAT, name: "王芳", to: "2020-01-01", phone: "12345" },
    { ...SEAT, name: "王芳" },
    { ...SEAT, name: "赵勇", status: "辞职" },
    { ...SEAT, name: "周强", status: "暂停" },
    { ...SEAT, name: "吴霞", status: "暂停", suspendedFrom: "2020-01-01" },
    { ...SEAT, name: "郑燕", township: "羊昌镇代表小组" },
    { ...SEAT, name: "#N/A" },
  ];
  expect(wrong(sheetsOf({ mandates }).slice(0, 2))).toEqual([
    "代表 第2行「姓名」:必须填写",
    "代表 第3行「层级」:填法不对,只能填:区、镇(现在是“省”)",
    "代表 第3行「状态」:填法不对,只能填:在任、暂停、辞职、终止(现在是“在职”)",
    "代表 第3行「任职起」:不是日期,请写成 2021-12-20 这样(现在是“2021-02-30”)",
    "代表 第3行「代表小组」:机构表里没有这个名称(现在是“没有的小组”)",
    "代表 第4行「电话」:不是电话号码,请写成 13800000000 或 085112345678 这样(现在是“12345”)",
    "代表 第4行「任职止」:比开始的日子还早(现在是“2020-01-01”)",
    "代表 第5行「编号」:和第4行是同一个姓名。要是同名的两个人,两行都填各自的编号;要是重复了,删掉一行",
    "代表 第6行「任职止」:必须填写",
    "代表 第7行「暂停起」:必须填写",
    "代表 第8行「暂停起」:不在这一行的任职期间里(现在是“2020-01-01”)",
    "代表 第9行「镇街」:机构表里有这个名称,但类型不对,这一列要填类型是镇街的机构(现在是“羊昌镇代表小组”)",
    "代表 第10行「姓名」:是表格算错后显示的错误,请改成值(现在是“#N/A”)",
    "工作人员:文件里没有这张表(有的是:机构、代表)",
  ]);
});

describe("who is who", () => {
  test.each([
    ["by number", { code: "D1" }, { code: "D2" }],
    ["by telephone", { phone: "13800000001" }, { phone: "13800000002" }],
  ])("two 张伟 are told apart %s", (_how, one, other) => {
    const people = read([
      { ...SEAT, name: "张伟", ...one },
      { ...SEAT, name: "张伟", ...other },
    ]).map(({ person }) => person);
    expect(people).toEqual([
      { name: "张伟", code: null, phone: null, ...one },
      { name: "张伟", code: null, phone: null, ...other },
    ]);
  });

  test.each([
    [[{ name: "张伟", code: "D1" }, { name: "张伟", code: "D2" }, { name: "张伟" }], ["needs-number"]],
    [
      [
        { name: "张伟", code: "D1" },
        { name: "张伟", phone: "13800000001" },
      ],
      ["needs-number"],
    ],
    [
      [
        { name: "张伟", code: "D1" },
        { name: "李明", code: "D1" },
      ],
      ["number-of-other"],
    ],
    [
      [
        { name: "张伟", phone: "13800000001" },
        { name: "李明", phone: "+86 138-0000-0001" },
      ],
      ["phone-of-other"],
    ],
    [
      [
        { name: "张伟", code: "D1", phone: "13800000001" },
        { name: "张伟", code: "D2", phone: "13800000001" },
      ],
      ["phone-of-other"],
    ],
  ])("%j: %j", (rows, faults) => {
    const parsed = parseRoster(
      sheetsOf({ mandates: rows.map((row, at) => ({ ...SEAT, from: `2021-12-2${at}`, ...row })) }),
      [],
    );
    expect("problems" in parsed && parsed.problems.map((one) => one.fault)).toEqual(faults);
  });

  test("what any row says of a person, every row of that person says", () => {
    const [first, second] = read([
      { ...SEAT, name: "李明", code: "D1" },
      { ...SEAT, name: "李明", code: "D1", phone: "13800000001", level: "镇" },
    ]).map(({ person }) => person);
    expect(first).toEqual(second);
  });
});

describe("heads and sheets", () => {
  const heads = (change: (heads: string[]) => string[]): Sheet[] =>
    sheetsOf({ mandates: [{ ...SEAT, name: "李明" }] }).map((sheet) =>
      sheet.name === "代表"
        ? {
            name: "\u3000代表 ",
            rows: sheet.rows.map((row, at) =>
              at === 0 ? change(row.map((one) => one.text)).map((text) => ({ text })) : row,
            ),
          }
        : sheet,
    );

  test("a star, blanks and full-width marks in heads are nothing, notes of the office's own are let alone", () => {
    expect(wrong(heads((all) => [...all.map((one) => ` ${one}\uff0a`), "备注"]))).toEqual([]);
  });

  test("a head that nobody knows, one that is missing and one that stands twice are said", () => {
    expect(
      wrong(heads((all) => all.map((one) => (one === "姓名" ? "名字" : one === "选区" ? "编号" : one)))),
    ).toEqual([
      "代表 第1行「名字」:不认识这一列,请改成说明里的列名,或者删掉;自己用的请叫“备注”",
      "代表 第1行「编号」:这一列出现了两次",
      "代表 第1行「姓名」:缺这一列",
    ]);
  });

  test("one row more than twenty thousand is refused whole", () => {
    const mandates = Array.from({ length: 20_001 }, (_, at) => ({ ...SEAT, name: `代表${at}` }));
    expect(wrong(sheetsOf({ mandates }))).toEqual(["代表:超过2万行,请分开导入"]);
  });

  test("an empty template is not taken for a roster", () => {
    expect(wrong(rosterSheets({}))).toEqual(["代表:几张表都是空的,没有可导入的"]);
  });

  test("a formula is refused, however harmless it looks", () => {
    const sheets = sheetsOf({ mandates: [{ ...SEAT, name: "李明" }] }).map(({ name, rows }) => ({
      name,
      rows: rows.map((row, at) =>
        row.map((cell) => (at === 1 && cell.text === "李明" ? { ...cell, formula: true as const } : cell)),
      ),
    }));
    expect(wrong(sheets)).toEqual(["代表 第2行「姓名」:是公式,请换成值(现在是“李明”)"]);
  });
});

test.each([
  "=cmd|' /C calc'!A0",
  "<b>x</b>",
  "对",
  "全部",
  "1",
  "张伟\n王芳",
  "李明、王芳",
  "A".repeat(199),
  "+李明",
  "@SUM(1)",
])("%j is nobody's name", (name) => {
  expect(wrong(sheetsOf({ mandates: [{ ...SEAT, name }] }).slice(0, 2)).join()).toContain("不像一个人的姓名");
});

test.each(["李 明", "买买提·吐尔逊", "欧阳明月", "Tashi Dolma"])("%s is somebody's", (name) => {
  expect(wrong(sheetsOf({ mandates: [{ ...SEAT, name }] }).slice(0, 2)).join()).not.toContain("姓名");
});

test("what a merged cell covers is asked for, row by row, and not taken for empty", () => {
  const sheets = sheetsOf({ mandates: [SEAT] }).slice(0, 2);
  const covered = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, at) =>
      row.map((cell, column) =>
        at === 1 && sheet.rows[0]?.[column]?.text === "镇街" ? { text: "", merged: true as const } : cell,
      ),
    ),
  }));
  expect(wrong(covered).join()).toContain("代表 第2行「镇街」:是合并的单元格");
});

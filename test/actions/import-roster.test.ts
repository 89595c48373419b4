import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { importRoster } from "#src/actions/import-roster.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const toSheet = (which: keyof typeof ROSTER_SHEETS, rows: readonly (readonly string[])[]): Sheet => {
  const { name, columns } = ROSTER_SHEETS[which];
  const heads = Object.values(columns).map((one) => one.head);
  return { name, rows: [heads, ...rows].map((row) => row.map((text) => ({ text }))) };
};

const ORGS = toSheet("orgs", [
  ["羊昌镇代表小组", "代表小组", "羊昌镇", ""],
  ["羊昌镇", "镇街", "乌当区", "520112102"],
  ["乌当区", "区县", "", "520112"],
]);
const STAFF = toSheet("staff", [["刘敏", "", "镇街人大工作人员", "羊昌镇", "2022-01-01", ""]]);
const deputy = (name: string, code: string, more: Partial<Record<"to" | "status" | "from", string>> = {}) => [
  name,
  code,
  "区",
  "十八届",
  "第12选区",
  "羊昌镇代表小组",
  "羊昌镇",
  "",
  more.from ?? "2021年12月20日",
  more.to ?? "",
  more.status ?? "在任",
  "",
  "",
];

const roster = (...deputies: readonly (readonly string[])[]) => {
  const parsed = parseRoster([ORGS, toSheet("mandates", deputies), STAFF], new Set());
  if ("problems" in parsed) throw new Error(parsed.problems.map(rosterProblem).join("\n"));
  return parsed.roster;
};

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.db.transaction(work);

test("a roster is filed, and filing it again changes nothing", async () => {
  const whole = roster(deputy("李明", ""), deputy("张伟", "D1"), deputy("张伟", "D2"));
  const first = await run((tx) => importRoster(tx, whole));
  expect(first).toEqual({
    orgs: 3,
    people: 4,
    mandates: { added: 3, changed: 0 },
    roles: { added: 1, changed: 0 },
  });
  const again = await run((tx) => importRoster(tx, whole));
  expect(again).toEqual({
    orgs: 0,
    people: 0,
    mandates: { added: 0, changed: 0 },
    roles: { added: 0, changed: 0 },
  });
});

test("a resignation brings the mandate up to date and keeps the person", async () => {
  const changed = await run((tx) =>
    importRoster(tx, roster(deputy("李明", "", { to: "2026-08-31", status: "辞职" }))),
  );
  expect(changed).toMatchObject({ people: 0, mandates: { added: 0, changed: 1 } });
  const [row] = await run((tx) =>
    tx.execute<{ status: string; valid_to: string }>(
      sql`select m.status, m.valid_to::text from mandates m join people p on p.id = m.person_id where p.name = '李明'`,
    ),
  );
  expect(row).toEqual({ status: "resigned", valid_to: "2026-08-31" });
});

test("with two 张伟 on file, a row that gives no number is refused by name", async () => {
  const answer = await run((tx) => importRoster(tx, roster(deputy("张伟", ""))));
  expect("problems" in answer && answer.problems.map(rosterProblem)).toEqual([
    "代表「编号」:有同名的人,请填编号(现在是“张伟”)",
  ]);
});

test("the subtree of the township holds its group", async () => {
  const rows = await run((tx) =>
    tx.execute<{ name: string }>(
      sql`select o.name from org_tree t join orgs o on o.id = t.descendant_id
        join orgs a on a.id = t.ancestor_id where a.name = '羊昌镇' order by t.depth`,
    ),
  );
  expect(rows.map((row) => row.name)).toEqual(["羊昌镇", "羊昌镇代表小组"]);
});

test("every bad cell is listed in words, and nothing is taken", () => {
  const parsed = parseRoster(
    [
      ORGS,
      toSheet("mandates", [
        ["", "", "区", "十八届", "", "", "", "", "2021-12-20", "", "在任", "", ""],
        ["李明", "", "省", "十八届", "", "没有的小组", "", "", "2021-02-30", "", "在职", "", ""],
        ["王芳", "", "区", "十八届", "", "", "", "", "2021-12-20", "2020-01-01", "在任", "", ""],
        ["王芳", "", "区", "十八届", "", "", "", "", "2021-12-20", "", "在任", "", ""],
      ]),
    ],
    new Set(),
  );
  expect("problems" in parsed && parsed.problems.map(rosterProblem)).toEqual([
    "代表 第2行「姓名」:必须填写",
    "代表 第3行「层级」:填法不对,只能填说明里列出的(现在是“省”)",
    "代表 第3行「状态」:填法不对,只能填说明里列出的(现在是“在职”)",
    "代表 第3行「任职起」:不是日期,请写成 2021-12-20 这样(现在是“2021-02-30”)",
    "代表 第3行「代表小组」:机构表里没有这个名称(现在是“没有的小组”)",
    "代表 第4行「任职止」:比开始的日子还早(现在是“2020-01-01”)",
    "代表 第5行「届」:和前面的一行重复(现在是“十八届”)",
    "工作人员:文件里没有这张表",
  ]);
});

test("a formula is refused, however harmless it looks", () => {
  const sheet = toSheet("staff", [["刘敏", "", "镇街人大工作人员", "羊昌镇", "2022-01-01", ""]]);
  const rows = sheet.rows.map((row, at) =>
    at === 1 ? row.map((cell) => ({ ...cell, formula: true as const })) : row,
  );
  const parsed = parseRoster([ORGS, toSheet("mandates", []), { ...sheet, rows }], new Set());
  expect("problems" in parsed && parsed.problems[0]?.fault).toBe("formula");
});

test("20,000 rows are filed in one go", async () => {
  const many = roster(...Array.from({ length: 20_000 }, (_, at) => deputy(`代表${at}`, "")));
  const filed = await run((tx) => importRoster(tx, many));
  expect(filed).toMatchObject({ people: 20_000, mandates: { added: 20_000 } });
});

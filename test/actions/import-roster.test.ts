import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listKnownOrgs } from "#db/queries/roster-state.ts";
import { createVault } from "#db/vault.ts";
import { compareRoster } from "#src/actions/roster/import-roster.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import { planSize } from "#src/domain/roster/roster-plan.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { type RosterRows, rosterSheets, type RowsOf } from "#test/support/roster-file.ts";
import { takeRoster } from "#test/support/take-roster.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const ORGS: RowsOf<"orgs"> = [
  { name: "羊昌镇代表小组", kind: "代表小组", parent: "羊昌镇" },
  { name: "东风镇代表小组", kind: "代表小组", parent: "东风镇" },
  { name: "羊昌镇", kind: "镇街", parent: "乌当区", code: "520112102" },
  { name: "东风镇", kind: "镇街", parent: "乌当区" },
  { name: "乌当区", kind: "区县", code: "520112" },
];
const STAFF: RowsOf<"staff"> = [
  { name: "刘敏", role: "镇街人大工作人员", org: "羊昌镇", from: "2022-01-01" },
];
const SEAT = { level: "区", term: "十八届", from: "2021年12月20日", status: "在任" } as const;
const YANGCHANG = { ...SEAT, group: "羊昌镇代表小组", township: "羊昌镇" } as const;
const DONGFENG = { ...SEAT, group: "东风镇代表小组", township: "东风镇" } as const;
const FIRST: RowsOf<"mandates"> = [
  { ...YANGCHANG, name: "李明", phone: "13800000001" },
  { ...YANGCHANG, name: "王芳" },
  { ...DONGFENG, name: "张伟", code: "D1" },
  { ...DONGFENG, name: "张伟", code: "D2" },
];

const take = (rows: RosterRows, go = true) =>
  takeRoster(database.db, vault, { orgs: ORGS, staff: STAFF, ...rows }, go);

const seatsOf = (name: string) =>
  database.db.execute<Record<string, string | null>>(sql`
    select m.term, g.name "group", m.valid_from::text "from", m.valid_to::text "to", m.status,
      (select string_agg(x.from_day || '..' || coalesce(x.to_day::text, ''), ' ') from suspensions x where x.mandate_id = m.id) rests
    from mandates m join people p on p.id = m.person_id left join orgs g on g.id = m.group_id
    where p.name = ${name} order by m.valid_from`);

test("a roster is filed, and filing it again changes nothing", async () => {
  expect(await take({ mandates: FIRST })).toHaveLength(10);
  expect(await take({ mandates: FIRST })).toEqual([]);
});

test("a telephone is sealed, and used to know people by", async () => {
  const [row] = await database.db.execute<{ phone: Uint8Array }>(
    sql`select phone from people where name = '李明'`,
  );
  expect(Buffer.from(row?.phone ?? []).toString()).not.toContain("13800000001");
  expect(vault.open(row?.phone ?? new Uint8Array())).toBe("13800000001");
  expect(await take({ mandates: [{ ...YANGCHANG, name: "王芳", phone: "13800000001" }] })).toEqual([
    "代表 第2行「电话」:这个电话已经是另一个人的(现在是“王芳”)",
  ]);
});

test("the subtree of the township holds its group", async () => {
  const rows = await database.db.execute<{ name: string }>(
    sql`select o.name from org_tree t join orgs o on o.id = t.descendant_id
      join orgs a on a.id = t.ancestor_id where a.name = '羊昌镇' order by t.depth`,
  );
  expect(rows.map((row) => row.name)).toEqual(["羊昌镇", "羊昌镇代表小组"]);
});

test("with two 张伟 on file, a row that gives no number is refused by name and row", async () => {
  expect(await take({ mandates: [{ ...DONGFENG, name: "张伟" }] })).toEqual([
    "代表 第2行「编号」:有同名的人,请填编号(现在是“张伟”)",
  ]);
});

test("organisations stay where they are, and a circle is none", async () => {
  expect(await take({ orgs: [{ name: "羊昌镇代表小组", kind: "代表小组", parent: "东风镇" }] })).toEqual([
    expect.stringContaining("机构 第2行「上级」:和库里这个机构的上级不一样"),
  ]);
  const circle: RowsOf<"orgs"> = [
    { name: "甲镇", kind: "镇街", parent: "乙镇" },
    { name: "乙镇", kind: "镇街", parent: "甲镇" },
  ];
  expect((await take({ orgs: [...ORGS, ...circle] }))[0]).toContain("上级绕成了一圈");
});

describe("a changed roster is shown in words, and changes nothing before the go", () => {
  const changed = (at: number, row: RowsOf<"mandates">[number], ...more: RowsOf<"mandates">): RosterRows => ({
    mandates: [...FIRST.map((one, index) => (index === at ? { ...one, ...row } : one)), ...more],
  });

  test("a by-election", async () => {
    const rows = changed(9, {}, { ...YANGCHANG, name: "赵六", from: "2026-11-20" });
    const shown = ["新增补选:赵六,区 十八届,羊昌镇代表小组,2026-11-20起"];
    expect(await take(rows, false)).toEqual(shown);
    expect(await seatsOf("赵六")).toEqual([]);
    expect(await take(rows)).toEqual(shown);
    expect(await seatsOf("赵六")).toMatchObject([{ from: "2026-11-20", to: null }]);
  });

  test("a suspension, which silence does not end, and its end", async () => {
    expect(await take(changed(0, { status: "暂停", suspendedFrom: "2026-10-01" }))).toEqual([
      "暂停:李明,2026-10-01起",
    ]);
    expect(await seatsOf("李明")).toMatchObject([{ rests: "2026-10-01..", status: "active" }]);
    expect(await take({ mandates: FIRST })).toEqual([
      expect.stringContaining("代表 第2行「暂停止」:库里这位代表还在暂停"),
    ]);
    const end = { suspendedFrom: "2026-10-01", suspendedTo: "2026-10-31" };
    expect(await take(changed(0, end))).toEqual(["暂停改为:李明,2026-10-01起,到2026-10-31"]);
    expect(await take({ mandates: FIRST })).toEqual([]);
  });

  test("a transfer, written as two stretches; the records move with their days", async () => {
    const ends = { to: "2026-10-31" };
    const rows = changed(1, ends, { ...DONGFENG, name: "王芳", from: "2026-11-01" });
    expect(await take(rows)).toEqual([
      "变动:王芳,区 十八届:任职止 空→2026-10-31",
      "新增调入:王芳,区 十八届,东风镇代表小组,2026-11-01起",
    ]);
    expect(await seatsOf("王芳")).toMatchObject([
      { group: "羊昌镇代表小组", to: "2026-10-31" },
      { group: "东风镇代表小组", from: "2026-11-01", to: null },
    ]);
    expect(await take(changed(1, ends, { ...DONGFENG, name: "王芳", from: "2026-10-20" }))).toEqual([
      "代表 第6行「任职起」:和第3行同一个人的任职时间重叠,请核对两行的任职起、任职止(现在是“2026-10-20”)",
    ]);
    expect(await take({ mandates: FIRST })).toEqual([
      "代表 第3行「任职止」:库里已登记这个人从2026-11-01起的另一段任职(比如调动)。" +
        "这一行请填2026-10-31,再为那一段另写一行,任职起填2026-11-01",
    ]);
    expect(await take(rows)).toEqual([]);
  });

  test("a resignation, a corrected first day, a number that was missing", async () => {
    expect(
      await take({ mandates: [{ ...DONGFENG, name: "张伟", code: "D1", status: "辞职", to: "2026-11-18" }] }),
    ).toContain("变动:张伟(编号D1),区 十八届:任职止 空→2026-11-18;状态 在任→辞职");
    expect(
      await take({ mandates: [{ ...YANGCHANG, name: "李明", code: "D7", from: "2021-12-21" }] }),
    ).toEqual(["人员:李明 编号 空→D7", "变动:李明(编号D7),区 十八届:任职起 2021-12-20→2021-12-21"]);
  });

  test("a column that the file does not have takes nothing away", async () => {
    const [orgs, mandates, staff] = rosterSheets({
      orgs: ORGS,
      mandates: [{ name: "赵六", level: "区", term: "十八届", from: "2026-11-20", status: "在任" }],
      staff: STAFF,
    });
    const [heads = [], ...rows] = mandates?.rows ?? [];
    const kept = heads.flatMap((cell, at) => (["代表小组", "镇街"].includes(cell.text) ? [] : [at]));
    const narrow = [heads, ...rows].map((row) => kept.map((at) => row[at] ?? { text: "" }));
    const parsed = parseRoster(
      [orgs, { name: "代表", rows: narrow }, staff].flatMap((one) => (one === undefined ? [] : [one])),
      await database.db.transaction(listKnownOrgs),
    );
    if ("problems" in parsed) throw new Error(parsed.problems.map(rosterProblem).join("\n"));
    const compared = await database.db.transaction((tx) => compareRoster(tx, vault, parsed.roster));
    expect("plan" in compared && planSize(compared.plan)).toBe(0);
  });

  test("a new term: the old one ends by itself, for those in the file and those who are not", async () => {
    const next = { term: "十九届", from: "2026-12-20" } as const;
    const shown = await take({ mandates: [{ ...YANGCHANG, ...next, name: "李明", code: "D7" }] });
    expect(shown).toEqual([
      "新增新一届:李明(编号D7),区 十九届,羊昌镇代表小组,2026-12-20起",
      "换届:区 十八届 任职到 2026-12-19,文件里没有的4位(上一届的记录保留)",
    ]);
    expect(await seatsOf("李明")).toMatchObject([
      { term: "十八届", to: "2026-12-19" },
      { term: "十九届", to: null },
    ]);
    expect(await seatsOf("赵六")).toMatchObject([{ to: "2026-12-19", status: "active" }]);
    expect(await take({ mandates: [{ ...YANGCHANG, name: "赵六", from: "2026-11-20" }] })).toEqual([]);
  });

  test("every change of a mandate is traced", async () => {
    const [row] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int n from mandate_changes where change = 'import'`,
    );
    expect(row?.n).toBeGreaterThanOrEqual(9);
  });
});

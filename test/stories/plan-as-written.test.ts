import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlanHouse, type PlanHouse } from "#test/support/plan-house.ts";

// A year's plan as a clerk writes it: a title across the page, one body down three rows, days that are still open.
let house: PlanHouse;
beforeAll(async () => {
  house = await openPlanHouse("2026-12-15 10:00");
});
afterAll(() => house.city.close());

const HEAD = ["序号", "单位", "类型", "日期", "时间", "地点", "内容"];
const TITLE = "羊昌镇人大2027年代表活动计划";

const book = async (
  rows: readonly (readonly (string | null)[])[],
  merges: readonly Readonly<Record<"startRow" | "startCol" | "endRow" | "endCol", number>>[],
): Promise<Buffer> => {
  const { writeXlsx } = await import("hucre/xlsx");
  const sheet = { name: "年度计划", rows: rows.map((row) => [...row]), merges: [...merges] };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
};

const down = (column: number, from: number, to: number) => ({
  startRow: from,
  startCol: column,
  endRow: to,
  endCol: column,
});

const send = async (bytes: Buffer) => (await house.clerk().sends("2027年计划.xlsx", bytes))[0]?.text ?? "";
const open = () => house.count(sql`select count(*)::int4 n from undated_plans where closed_at is null`);

const PLAN = [
  [TITLE, null, null, null, null, null, null],
  HEAD,
  ["1", "羊昌镇代表小组", "代表小组活动", "2027年1月20日", "上午9点", "镇政府三楼会议室", "学习全会精神"],
  ["2", null, "视察", "3月中旬", "时间待定", null, "春耕备耕"],
  ["3", null, "专题调研", "一季度", null, null, "农村养老"],
  ["4", "羊昌镇", "接待日", "6月18日", "9:00", "代表联络站", null],
];
const MERGES = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }, down(1, 2, 4)];

test("a title, a merged body and open days are read as they are meant, and shown before anything is planned", async () => {
  const card = await send(await book(PLAN, MERGES));
  for (const piece of [
    "新增4场",
    "日期待定2场",
    "3月中旬 羊昌镇代表小组视察",
    "一季度 羊昌镇代表小组专题调研",
  ])
    expect(card).toContain(piece);
  const [receipt] = await house.clerk().says("对");
  expect(receipt?.text).toContain("其中2场日期待定");
  expect([await house.planned(), await open()]).toEqual([2, 2]);
});

test("sent once more it changes nothing", async () => {
  expect(await send(await book(PLAN, MERGES))).toContain("和已登记的4场一样");
});

test("a day merged over two rows holds for both", async () => {
  const rows = [
    ...PLAN,
    ["5", "羊昌镇代表小组", "学习", "9月10日", "上午9点", "镇政府", null],
    ["6", "羊昌镇代表小组", "视察", null, "下午2点半", null, "农贸市场"],
  ];
  const card = await send(await book(rows, [...MERGES, down(3, 6, 7)]));
  for (const piece of ["新增2场", "9月10日(周五) 09:00", "9月10日(周五) 14:30"])
    expect(card).toContain(piece);
  await house.clerk().says("不用了");
});

test("a number merged over two rows is no number for the second: it is asked for by its row", async () => {
  const rows = [
    ...PLAN,
    ["5", "羊昌镇代表小组", "学习", "9月10日", "上午9点", "镇政府", null],
    [null, "羊昌镇代表小组", "视察", "9月10日", "下午2点半", null, "农贸市场"],
  ];
  expect(await send(await book(rows, [...MERGES, down(0, 6, 7)]))).toContain("第8行「序号」：是合并的单元格");
});

test("a head that is missing below a title is named with its row", async () => {
  const rows = PLAN.map((row, at) =>
    at === 1 ? ["序号", "单位", "类型", "活动日期", "时间", "地点", "内容"] : row,
  );
  expect(await send(await book(rows, MERGES))).toContain("第2行");
});

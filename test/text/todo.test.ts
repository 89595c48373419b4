import { describe, expect, test } from "vitest";
import type { DeputyTodo, StaffTodo, TodoItem, TodoKind } from "#src/domain/figures/todo.ts";
import { render } from "#src/text/render.ts";

const STAFF: StaffTodo = {
  unverified: 124,
  waiting: 12,
  leaves: 12,
  unfinalised: 12,
  undated: 12,
  opinions: 124,
  suggestions: 12,
  submissions: 12,
  cases: 12,
  objections: 12,
  corrections: 12,
  feedback: 12,
};
const DEPUTY: DeputyTodo = { entered: 12, shares: 12, returned: 12, invitations: 12, owed: 12 };
const NUMBERS: Partial<Record<TodoKind, string>> = {
  unverified: "履-2026-00123",
  waiting: "履-2026-00124",
  entered: "履-2026-00125",
  returned: "履-2026-00126",
  shares: "履-2026-00127",
  opinions: "意-2026-0456",
  suggestions: "建-2026-018",
};
const itemOf = (kind: TodoKind): TodoItem => ({
  kind,
  number: NUMBERS[kind] ?? "活-2026-017",
  who: "欧阳建国",
  what: "关于加宽黄连村通村公路的建议和更多的字",
  since: "2026-12-28",
});
const all = { ...STAFF, ...DEPUTY };
const KINDS = Object.keys(all) as readonly (keyof typeof all)[];
const EMPTY = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as typeof all;

/** What a clerk of a township that is named reads of these kinds, oldest in December. */
function answer(kinds: readonly TodoKind[], today: string): string {
  const counts = { ...EMPTY, ...Object.fromEntries(kinds.map((kind) => [kind, all[kind]])) };
  const view = {
    kind: "figures.todo",
    staff: counts,
    deputy: counts,
    first: kinds.map(itemOf),
    today,
  } as const;
  return render({ ...view, org: "新堡布依族乡" }, { today }).text;
}

test("five wishes for leave with all it takes to decide keep within an answer, in January too", () => {
  const leave = { on: "2026-12-28", reason: "official_meeting", late: true, again: true } as const;
  const rows = Array.from({ length: 5 }, () => ({ ...itemOf("leaves"), leave }));
  const lines = { rows, page: 2, pages: 12, total: 58 };
  const today = "2027-01-05";
  const { text } = render({ kind: "figures.todo-list", what: "leaves", lines, today }, { today });
  expect(text.length, text).toBeLessThanOrEqual(300);
  expect(text).toContain("2026年12月28日");
});

test("a planned activity without a day has its year where that is not this one", () => {
  const rows = [{ ...itemOf("undated"), what: "12月下旬 视察" }];
  const lines = { rows, page: 1, pages: 1, total: 1 };
  const of = (today: string) =>
    render({ kind: "figures.todo-list", what: "undated", lines, today }, { today }).text;
  expect(of("2027-01-05")).toContain("2026年12月下旬 视察");
  expect(of("2026-12-30")).not.toContain("2026年");
});

describe.each(["2026-12-30", "2027-01-05"])("on %s", (today) => {
  // Any stretch of kinds that wait together: from one to all seventeen.
  const stretches = KINDS.flatMap((_kind, from) =>
    KINDS.slice(from).map((_to, at) => KINDS.slice(from, from + at + 1)),
  );

  test("a clerk with however much to do reads at most 300 characters and eight lines, with last year's days in them", () => {
    for (const kinds of stretches) {
      const text = answer(kinds, today);
      expect(text.length, text).toBeLessThanOrEqual(300);
      expect(text.split("\n").length, text).toBeLessThanOrEqual(8);
    }
  });

  test("a clerk with little to do reads each of it in full", () => {
    const text = answer(["leaves", "unfinalised", "undated"], today);
    for (const piece of ["待批的请假12件：", "待定稿的活动12场：", "日期待定的活动12场："])
      expect(text).toContain(piece);
    expect(text).not.toContain("另有");
  });
});

import { describe, expect, test } from "vitest";
import { periodNamed, periodOf } from "#src/domain/duty-period.ts";
import { isOwedBy, obligationDueDay, type Obligation } from "#src/domain/obligation.ts";
import { readPolicy } from "#test/support/policy.ts";

const { obligations } = readPolicy();

function obligation(name: string): Obligation {
  const found = obligations[name];
  if (found === undefined) throw new TypeError(`no obligation ${name}`);
  return found;
}
const year2026 = periodOf("calendar_year", "2026-11-24");
const since = (from: string, to: string | null = null) =>
  ({ level: "district", from, to, status: "active" }) as const;

test.each([
  ["calendar_year", "2026-11-24", { id: "2026", from: "2026-01-01", to: "2026-12-31" }],
  ["half_year", "2026-06-30", { id: "2026-H1", from: "2026-01-01", to: "2026-06-30" }],
  ["half_year", "2026-07-01", { id: "2026-H2", from: "2026-07-01", to: "2026-12-31" }],
  ["quarter", "2024-02-29", { id: "2024-Q1", from: "2024-01-01", to: "2024-03-31" }],
  ["quarter", "2026-12-31", { id: "2026-Q4", from: "2026-10-01", to: "2026-12-31" }],
] as const)("the %s of %s", (kind, day, period) => {
  expect(periodOf(kind, day)).toEqual(period);
});

test.each(["2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4"])("the period named %s has that name", (id) => {
  expect(periodNamed(id)?.id).toBe(id);
});

test.each(["第十八届", "2026-H3", "2026-X1", "26"])("%s names no period of the calendar", (id) => {
  expect(periodNamed(id)).toBeUndefined();
});

describe("the yearly report", () => {
  const report = obligation("annual_report");

  test("is due on 20 December of its year", () => {
    expect(obligationDueDay(report, year2026)).toBe("2026-12-20");
  });

  test.each([
    ["a deputy of the whole term", since("2021-11-01"), true],
    ["a deputy elected ninety days before it is due", since("2026-09-22"), true],
    ["a deputy elected a day too late for that", since("2026-09-23"), false],
    ["a deputy who resigned in summer", since("2021-11-01", "2026-07-01"), false],
    ["a deputy elected next year", since("2027-01-15"), false],
  ])("of %s: owed %#", (_, mandate, isOwed) => {
    expect(isOwedBy(report, [mandate], year2026)).toBe(isOwed);
  });

  test("is owed by whoever goes on in a new term or another group, and by nobody who left in between", () => {
    const ended = since("2021-11-01", "2026-11-15");
    expect(isOwedBy(report, [ended, since("2026-11-16")], year2026)).toBe(true);
    expect(isOwedBy(report, [since("2026-11-16"), ended], year2026)).toBe(true);
    expect(isOwedBy(report, [ended], year2026)).toBe(false);
    expect(isOwedBy(report, [since("2021-11-01", "2026-02-20"), since("2026-11-16")], year2026)).toBe(false);
  });

  test("is owed by deputies of the congresses it names only", () => {
    const township = { ...since("2021-11-01"), level: "township" } as const;
    expect(isOwedBy(report, [township], year2026)).toBe(true);
    expect(isOwedBy(obligation("self_review"), [township], year2026)).toBe(false);
  });
});

test("the report to voters is due half a year before the term ends", () => {
  const term = { id: "18", from: "2021-11-01", to: "2026-10-31" };
  expect(obligationDueDay(obligation("report_to_voters"), term)).toBe("2026-05-04");
});

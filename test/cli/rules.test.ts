import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";

const MISSED = { kind: "group_activity", final: true, status: "absent", notified: true };
const TERM = {
  asOf: "2026-11-24",
  mandates: [{ from: "2021-11-01" }],
  suspensions: [],
  activities: [
    { id: "b", date: "2026-09-05", leave: "refused", ...MISSED },
    { id: "a", date: "2025-12-05", ...MISSED },
  ],
};
const BY_YEAR = { attendance: { rules: { group_activity_unapproved: { window: "calendar_year" } } } };

function rules(command: string, ...lines: readonly (object | string)[]): unknown[] {
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const output = execFileSync(process.execPath, ["src/cli/rules.ts", command], { input, encoding: "utf8" });
  return output
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe("rules attendance", () => {
  test("answers with absences, notices and strikes, in order", () => {
    const rule = "group_activity_unapproved";
    expect(rules("attendance", { id: 1, ...TERM })).toEqual([
      {
        id: 1,
        absences: ["a", "b"],
        notices: [
          { rule, level: 1, activity: "a" },
          { rule, level: 2, activity: "b" },
        ],
        strikes: [{ rule, activities: ["a", "b"] }],
      },
    ]);
  });

  test("judges by the policy that a line brings, names or has as a file", () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "lvzhi-policy-")), "other.yaml");
    writeFileSync(file, "id: [");
    const answers = rules(
      "attendance",
      { id: "own", ...TERM, policy: BY_YEAR },
      { id: "named", ...TERM, policy: "wudang" },
      { id: "file", ...TERM, policy: "policy/wudang.yaml" },
      { id: "broken", ...TERM, policy: file },
      { id: "nowhere", ...TERM, policy: "nowhere" },
      { id: "typo", ...TERM, policy: { clocks: { objection: { weeks: 1 } } } },
    );
    expect(answers).toMatchObject([
      { id: "own", strikes: [] },
      { id: "named", strikes: [{ activities: ["a", "b"] }] },
      { id: "file", strikes: [{ activities: ["a", "b"] }] },
      { id: "broken", error: expect.stringContaining("policy: Flow sequence") },
      { id: "nowhere", error: "policy: cannot read it (ENOENT)" },
      { id: "typo", error: expect.stringContaining("clocks.objection") },
    ]);
  });

  test("answers every bad line with what is wrong with it, and goes on", () => {
    const answers = rules(
      "attendance",
      "no json",
      "[1]",
      "",
      { id: 1 },
      { id: 2, ...TERM, asOf: "2026-02-31" },
      { id: 3, ...TERM, mandates: [{ from: "2026-02-01", to: "2026-01-01" }] },
      { id: 4, ...TERM, activities: [...TERM.activities, ...TERM.activities] },
      { id: 5, ...TERM, policy: ["wudang"] },
      { id: 6, ...TERM, activities: [{ ...TERM.activities[0], status: "ill" }] },
      { id: 7, ...TERM, activities: [] },
    );
    expect(answers).toEqual([
      { error: "the line is not JSON" },
      { error: "the line is not a JSON object" },
      { id: 1, error: expect.stringContaining("asOf") },
      { id: 2, error: "asOf: must be a day as YYYY-MM-DD" },
      { id: 3, error: "mandates.0: ends before it begins" },
      { id: 4, error: "activities: an activity is there twice" },
      { id: 5, error: "policy: must be a name, a file or an object" },
      { id: 6, error: expect.stringContaining("activities.0.status: must be one of") },
      { id: 7, absences: [], notices: [], strikes: [] },
    ]);
  });
});

test("rules clock answers with the due day, or the year that nobody has announced", () => {
  const answers = rules(
    "clock",
    { id: "a", rule: "suggestion_reply", start: "2026-01-31" },
    { id: "b", rule: "suggestion_return", start: "2026-11-24", calendar: { "2026-11-25": "holiday" } },
    { id: "c", rule: "suggestion_assign", start: "2026-12-24" },
    { id: "d", rule: "toString", start: "2026-11-24" },
    { id: "e", rule: "objection", start: "2026-11-31" },
    {
      id: "f",
      rule: "objection",
      start: "2026-11-24",
      policy: { clocks: { objection: { working_days: 1 } } },
    },
    { id: "g", rule: "objection", start: "2026-11-24", calendar: { someday: "holiday" } },
  );
  expect(answers).toEqual([
    { id: "a", due: "2026-04-30" },
    { id: "b", due: "2026-12-04" },
    { id: "c", error: "no-calendar", year: 2027 },
    { id: "d", error: expect.stringContaining("is no clock") },
    { id: "e", error: "start: must be a day as YYYY-MM-DD" },
    { id: "f", due: "2026-11-25" },
    { id: "g", error: expect.stringContaining("calendar") },
  ]);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActivityFact, AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import { DEFAULT_RULES, judgeByTheText, type WindowName } from "#test/oracle/attendance.ts";
import { missed, since2021, toFacts } from "#test/support/attendance-facts.ts";
import { readPolicy } from "#test/support/policy.ts";
import { randomTerm } from "#test/support/random-term.ts";

const GROUP = "group_activity_unapproved";
const SESSION = "congress_session_unapproved";
const { attendance } = readPolicy();

const judge = (facts: AttendanceFacts, policy = attendance) => judgeAttendance(facts, policy, "2026-11-24");

describe("two group activities missed", () => {
  test("within a year are a warning, then a strike that names both", () => {
    const { notices, strikes } = judge(since2021(missed("a", "2026-01-05"), missed("b", "2026-09-05")));
    expect(notices).toEqual([
      { rule: GROUP, level: 1, activity: "a" },
      { rule: GROUP, level: 2, activity: "b" },
    ]);
    expect(strikes).toEqual([{ rule: GROUP, activities: ["a", "b"] }]);
  });

  test.each([
    ["2025-03-10", "2026-03-10", 0],
    ["2025-03-11", "2026-03-10", 1],
    ["2023-02-28", "2024-02-29", 0],
    ["2023-03-01", "2024-02-29", 1],
    ["2024-02-29", "2025-02-28", 1],
    ["2024-02-29", "2025-03-01", 0],
  ])("on %s and %s are %i strikes", (first, second, count) => {
    expect(judge(since2021(missed("a", first), missed("b", second))).strikes).toHaveLength(count);
  });

  test("on one day are told apart by their ids", () => {
    const { notices } = judge(since2021(missed("b", "2026-01-05"), missed("a", "2026-01-05")));
    expect(notices.map(({ activity, level }) => [activity, level])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });
});

describe("an absence does not count", () => {
  test.each<[string, Partial<ActivityFact>]>([
    ["before staff has finalised it", { final: false }],
    ["without notice on record", { notified: false }],
    ["while the request for leave is undecided", { leave: "pending" }],
    ["with approved leave", { leave: "approved" }],
    ["for who came late", { status: "late" }],
    ["before the deputy was elected", { date: "2021-10-31" }],
    ["after the day of asking", { date: "2026-11-25" }],
  ])("%s", (_, change) => {
    expect(judge(since2021(missed("a", "2026-01-05", change))).absences).toEqual([]);
  });

  test("on either end of a suspension", () => {
    const activities = ["2026-01-04", "2026-01-05", "2026-01-07", "2026-01-08"].map((date) =>
      missed(date, date),
    );
    const suspensions = [{ from: "2026-01-05", to: "2026-01-07" }];
    const { absences } = judge({ ...since2021(...activities), suspensions });
    expect(absences).toEqual(["2026-01-04", "2026-01-08"]);
  });
});

test("refused or withdrawn leave leaves the absence an absence", () => {
  const facts = since2021(
    missed("a", "2026-01-05", { leave: "refused" }),
    missed("b", "2026-01-06", { leave: "withdrawn" }),
  );
  expect(judge(facts).absences).toEqual(["a", "b"]);
});

test("a new mandate begins with no session missed", () => {
  const session = { kind: "congress_session" } as const;
  const activities = [missed("a", "2025-01-10", session), missed("b", "2026-01-10", session)];
  const facts = since2021(...activities);
  expect(judge(facts).strikes).toEqual([{ rule: SESSION, activities: ["a", "b"] }]);
  const mandates = [
    { from: "2021-11-01", to: "2025-10-31" },
    { from: "2025-11-01", to: null },
  ];
  expect(judge({ ...facts, mandates }).strikes).toEqual([]);
});

describe("other districts' rules", () => {
  test("two plenary sittings missed count as the session missed", () => {
    const converts = [
      { sittings: ["plenary_sitting", "preparatory_sitting"], times: 2 },
      { sittings: ["delegation_sitting"], times: 4 },
    ];
    const policy = readPolicy({ attendance: { rules: { [SESSION]: { converts } } } }).attendance;
    const sitting = (id: string, date: string, session: string) =>
      missed(id, date, { kind: "plenary_sitting", session });
    const { absences, notices, strikes } = judge(
      since2021(
        sitting("a", "2025-01-10", "s1"),
        sitting("b", "2025-01-11", "s1"),
        sitting("c", "2025-01-12", "s1"),
        sitting("d", "2026-01-10", "s2"),
        missed("s3", "2026-03-10", { kind: "congress_session" }),
        sitting("e", "2026-03-10", "s3"),
        sitting("f", "2026-03-11", "s3"),
      ),
      policy,
    );
    expect(absences).toHaveLength(7);
    expect(notices.map(({ activity }) => activity)).toEqual(["b", "s3"]);
    expect(strikes).toEqual([{ rule: SESSION, activities: ["b", "s3"] }]);
  });

  test("the fourth leave in a term is told and the fifth is for a talk", () => {
    const rule = {
      kinds: ["group_activity", "inspection"],
      counts: "leave",
      window: "same_mandate",
      notice_from: 4,
      strike_at: 5,
      severity: "low",
      leads_to: "约谈",
      cite: { source: "试验办法" },
    };
    const policy = readPolicy({ attendance: { rules: { leave_total: rule } } }).attendance;
    const onLeave = ["a", "b", "c", "d", "e"].map((id, index) =>
      missed(id, `202${index + 2}-05-05`, { status: index % 2 ? "leave" : "absent", leave: "approved" }),
    );
    const { absences, notices, strikes } = judge(since2021(...onLeave), policy);
    expect(absences).toEqual([]);
    expect(notices.map(({ activity, level }) => [activity, level])).toEqual([
      ["d", 4],
      ["e", 5],
    ]);
    expect(strikes.map(({ activities }) => activities)).toEqual([["a", "b", "c", "d", "e"]]);
  });

  test("who stayed for less than two thirds was absent", () => {
    const policy = readPolicy({ attendance: { minimum_share: { parts: 2, of: 3 } } }).attendance;
    const stayed = (attended: number) =>
      missed(`${attended}`, "2026-01-05", { status: "left_early", minutes: { attended, held: 90 } });
    expect(judge(since2021(stayed(59), stayed(60)), policy).absences).toEqual(["59"]);
    expect(judge(since2021(stayed(59), stayed(60))).absences).toEqual([]);
  });
});

describe("for any term the program says what the text of the rules says", () => {
  const windows: readonly WindowName[] = ["rolling_12_months", "calendar_year", "same_mandate"];

  test.each(windows)("with %s for group activities", (window) => {
    const policy = readPolicy({ attendance: { rules: { [GROUP]: { window } } } }).attendance;
    const rules = DEFAULT_RULES.map((rule) => (rule.rule === GROUP ? { ...rule, window } : rule));
    fc.assert(
      fc.property(randomTerm, (line) => {
        expect(judgeAttendance(toFacts(line), policy, line.asOf)).toEqual(judgeByTheText(line, rules));
      }),
      { numRuns: 1000 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import { DEFAULT_RULES, judgeByTheText } from "#test/oracle/attendance.ts";
import { missed, since2021, toFacts } from "#test/support/attendance-facts.ts";
import { readPolicy } from "#test/support/policy.ts";
import { randomTerm } from "#test/support/random-term.ts";

const GROUP = "group_activity_unapproved";
const { attendance } = readPolicy();

const judge = (facts: AttendanceFacts, policy = attendance) => judgeAttendance(facts, policy, "2026-11-24");

describe("a rule that has a first or a last day", () => {
  const group = attendance.rules[GROUP];
  if (group === undefined) throw new Error("The default policy has lost its rule.");
  const changed = {
    ...attendance,
    rules: {
      [GROUP]: { ...group, until: "2026-06-30" },
      of_july: { ...group, since: "2026-07-01", strike_at: 3 },
    },
  };

  test("judges nothing that lies before or after, and the old one judges its own time as it did", () => {
    const days = ["2026-01-05", "2026-06-30", "2026-07-01", "2026-08-01", "2026-09-01"];
    const facts = since2021(...days.map((date) => missed(date, date)));
    expect(judge(facts, changed).notices).toEqual([
      { rule: GROUP, level: 1, activity: "2026-01-05" },
      { rule: GROUP, level: 2, activity: "2026-06-30" },
      { rule: "of_july", level: 1, activity: "2026-07-01" },
      { rule: "of_july", level: 2, activity: "2026-08-01" },
      { rule: "of_july", level: 3, activity: "2026-09-01" },
    ]);
  });

  test("is the rule without those days for an independent reading, over what lies within them", () => {
    fc.assert(
      fc.property(randomTerm, (line) => {
        const since = "2024-06-01";
        const rules = { [GROUP]: { ...group, since } };
        const within = { ...line, activities: line.activities.filter(({ date }) => date >= since) };
        const text = DEFAULT_RULES.filter(({ rule }) => rule === GROUP);
        const expected = judgeByTheText(within, text);
        const found = judgeAttendance(toFacts(line), { ...attendance, rules }, line.asOf);
        expect(found.notices).toEqual(expected.notices);
        expect(found.strikes).toEqual(expected.strikes);
      }),
      { numRuns: 2000 },
    );
  });
});

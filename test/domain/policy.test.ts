import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaveApproverOf } from "#src/domain/leave-policy.ts";
import { mergePatch } from "#src/domain/merge-patch.ts";
import { parsePolicy, parsePolicyText } from "#src/domain/policy.ts";
import { readPolicy, readPolicyDocument } from "#test/support/policy.ts";

const policy = readPolicy();

function problemsWith(patch: object): readonly string[] {
  const parsed = parsePolicy(mergePatch(readPolicyDocument(), patch));
  return "problems" in parsed ? parsed.problems : [];
}

describe("the district's policy", () => {
  test("quotes the law with its version wherever it warns of a session missed", () => {
    const cite = policy.attendance.rules["congress_session_unapproved"]?.cite;
    expect(cite).toMatchObject({ version: "2025-03-11", article: "第六十二条第三项" });
  });

  test.each([
    ["group_activity", "convener"],
    ["congress_session", "directors_meeting"],
    ["delegation_sitting", "delegation_head"],
    ["training", "convener"],
    ["constructor", "convener"],
  ])("sends leave from %s to the %s", (kind, approver) => {
    expect(leaveApproverOf(kind, policy.leave)).toBe(approver);
  });

  test("says itself what it would mean where it says nothing", () => {
    const silent = {
      reminders: { case_overdue_weeks: null, digest_readers: null, silent_days: null },
      leave: { roles: null, late_days: null },
      records: { correction_reaches_days: null },
    };
    expect(readPolicy(silent)).toEqual(policy);
  });
});

describe("a policy is refused", () => {
  test.each<[string, object, string]>([
    ["with a key that nobody reads", { atendance: {} }, 'Unrecognized key: "atendance"'],
    [
      "with a clock of two lengths",
      { clocks: { objection: { months: 1 } } },
      "clocks.objection: a clock has exactly one",
    ],
    ["with a day that does not exist", { calendar: { "2026-02-30": "holiday" } }, "calendar.2026-02-30"],
    ["with a reminder at 25 o'clock", { reminders: { hour: "25:00" } }, "reminders.hour: must be HH:MM"],
    ["with dedupe ids kept for a week", { retention: { message_ids: 7 } }, "retention.message_ids"],
    [
      "with leave from a kind nobody knows",
      { leave: { approvers: { grup_activity: "office" } } },
      "leave.approvers",
    ],
    ["with leave that nobody decides on", { leave: { roles: { convener: [] } } }, "leave.roles.convener"],
    ["with no leave at all", { leave: null }, "leave: "],
    [
      "with a fixed due day for each quarter",
      { obligations: { annual_report: { period: "quarter" } } },
      "obligations.annual_report.due: due.on is for calendar_year only",
    ],
    [
      "with a rule about a misspelt kind",
      { attendance: { rules: { r: { kinds: ["grup_activity"] } } } },
      'attendance.rules.r.kinds.0: "grup_activity" is no kind of activity or sitting',
    ],
    [
      "with a window nobody can count",
      { attendance: { rules: { r: { window: "rolling_0_months" } } } },
      "attendance.rules.r.window: must be rolling_N_months, calendar_year or same_mandate",
    ],
  ])("%s", (_, patch, problem) => {
    expect(problemsWith(patch).join("\n")).toContain(problem);
  });

  test("when its file is not YAML or names a key twice", () => {
    for (const text of ["a: [1", "a: 1\na: 2", "\tx: 1", "a: *nobody"]) {
      expect(parsePolicyText(text)).toHaveProperty("problems");
    }
  });

  test("when its file holds anything but a policy", () => {
    for (const document of [null, undefined, 7, "", [], {}]) {
      expect(parsePolicy(document)).toHaveProperty("problems");
    }
  });
});

describe("a patch over a policy", () => {
  test("merges objects, replaces lists and removes what it says is null", () => {
    const target = { a: { b: [1, 2], c: 3 }, d: 4 };
    expect(mergePatch(target, { a: { b: [9], c: null }, e: { f: null, g: 1 } })).toEqual({
      a: { b: [9] },
      d: 4,
      e: { g: 1 },
    });
  });

  test("that is empty changes nothing, and laid over twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (target, patch) => {
        expect(mergePatch(target, {})).toEqual(target);
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

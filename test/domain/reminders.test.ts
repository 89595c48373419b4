import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import { activityReminders, nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { readPolicy } from "#test/support/policy.ts";

const ZONE = "Asia/Shanghai";
const { reminders, obligations } = readPolicy();
const calendar = toCalendar(OFFICIAL_DAYS);
const plan = { days_before: [30, 15, 7, 1, 0], overdue: "weekly" } as const;
const at = (local: string): Date => new Date(`${local}:00+08:00`);

describe("a deputy is reminded of a deadline", () => {
  test("30, 15, 7 and 1 days before and on the day; earlier where that is no working day", () => {
    expect(reminderDays("2026-12-20", plan, calendar, "2026-12-20")).toEqual({
      days: [
        { before: 30, on: "2026-11-20" },
        { before: 15, on: "2026-12-04" }, // 5 December is a Saturday
        { before: 7, on: "2026-12-11" }, // 13 December is a Sunday
        { before: 1, on: "2026-12-19" }, // a Saturday, and goes all the same
        { before: 0, on: "2026-12-20" },
      ],
      unknownYears: [],
    });
  });

  test("every week while it is overdue", () => {
    const { days } = reminderDays("2026-11-10", plan, calendar, "2026-11-24");
    expect(days.slice(-2)).toEqual([
      { before: -7, on: "2026-11-17" },
      { before: -14, on: "2026-11-24" },
    ]);
    expect(
      reminderDays("2026-11-10", { ...plan, overdue: "none" }, calendar, "2026-11-24").days,
    ).toHaveLength(5);
  });

  test("once where two steps come to fall on one day", () => {
    const { days } = reminderDays(
      "2026-10-07",
      { days_before: [7, 5, 2, 0], overdue: "none" },
      calendar,
      "2026-10-07",
    );
    expect(days).toEqual([
      { before: 2, on: "2026-09-30" },
      { before: 0, on: "2026-10-07" },
    ]);
  });

  test("where the last days move, on a Saturday that is worked in exchange, and not on the weekday that is off for it", () => {
    const last = { days_before: [1, 0], overdue: "none" } as const;
    expect(reminderDays("2026-10-10", last, calendar, "2026-10-10", "move").days).toEqual([
      { before: 1, on: "2026-10-09" },
      { before: 0, on: "2026-10-10" },
    ]);
    expect(reminderDays("2026-02-23", last, calendar, "2026-02-23", "move").days).toEqual([
      { before: 0, on: "2026-02-14" },
    ]);
  });

  test("on the plain day where nobody knows the year's working days, and the operator hears of it", () => {
    const { days, unknownYears } = reminderDays("2027-01-31", plan, calendar, "2027-01-31");
    expect(days.map(({ on }) => on)).toEqual([
      "2027-01-01",
      "2027-01-16",
      "2027-01-24",
      "2027-01-30",
      "2027-01-31",
    ]);
    expect(unknownYears).toEqual([2027]);
  });

  test("never later than the rule's own day, and from two days before on a working day only", () => {
    const dueDay = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        dueDay.filter((day) => day < "2027"),
        (due) => {
          for (const { before, on } of reminderDays(due, plan, calendar, due).days) {
            const plain = new Date(Date.parse(due) - before * 86_400_000).toISOString().slice(0, 10);
            expect(on <= plain).toBe(true);
            expect(before >= 2 ? calendar.isWorkday(on) : on === plain).toBe(true);
          }
        },
      ),
    );
  });
});

describe("a deputy is reminded of an activity", () => {
  const remind = (start: string) => activityReminders(at(start), reminders, calendar, ZONE).reminders;

  test("three days before, the day before and the same morning, at nine", () => {
    expect(remind("2026-11-26T14:30")).toEqual([
      { before: 3, at: at("2026-11-23T09:00") },
      { before: 1, at: at("2026-11-25T09:00") },
      { before: 0, at: at("2026-11-26T09:00") },
    ]);
  });

  test("on the evening before where it begins before nine, or so soon after that a word would come too late", () => {
    expect(remind("2026-11-26T08:30").at(-1)).toEqual({ before: 0, at: at("2026-11-25T18:00") });
    expect(remind("2026-11-26T09:00").at(-1)).toEqual({ before: 0, at: at("2026-11-25T18:00") });
    expect(remind("2026-11-26T09:29").at(-1)).toEqual({ before: 0, at: at("2026-11-25T18:00") });
    expect(remind("2026-11-26T09:30").at(-1)).toEqual({ before: 0, at: at("2026-11-26T09:00") });
  });

  test("on the day before and that morning wherever they fall, for it is then that people must come", () => {
    expect(remind("2026-10-02T14:30")).toEqual([
      { before: 3, at: at("2026-09-29T09:00") },
      { before: 1, at: at("2026-10-01T09:00") },
      { before: 0, at: at("2026-10-02T09:00") },
    ]);
  });

  test("on the Friday where three days before is a weekend", () => {
    expect(remind("2026-11-25T14:30").map((reminder) => reminder.at)).toEqual([
      at("2026-11-20T09:00"),
      at("2026-11-24T09:00"),
      at("2026-11-25T09:00"),
    ]);
  });
});

describe("nothing is sent unasked in the night", () => {
  test.each([
    ["2026-11-24T20:59", "2026-11-24T20:59"],
    ["2026-11-24T21:00", "2026-11-25T08:00"],
    ["2026-12-31T23:59", "2027-01-01T08:00"],
    ["2026-11-24T00:00", "2026-11-24T08:00"],
    ["2026-11-24T07:59", "2026-11-24T08:00"],
    ["2026-11-24T08:00", "2026-11-24T08:00"],
  ])("what is ready at %s goes at %s", (ready, goes) => {
    expect(nextAllowedInstant(at(ready), reminders, ZONE)).toEqual(at(goes));
  });

  test("nor at noon where the policy says so, nor held back where it says nothing is quiet", () => {
    const noon = { ...reminders, quiet: { from: "12:00", to: "14:00" } };
    expect(nextAllowedInstant(at("2026-11-24T12:30"), noon, ZONE)).toEqual(at("2026-11-24T14:00"));
    expect(nextAllowedInstant(at("2026-11-24T23:30"), noon, ZONE)).toEqual(at("2026-11-24T23:30"));
    const never = { ...reminders, quiet: { from: "08:00", to: "08:00" } };
    expect(nextAllowedInstant(at("2026-11-24T08:00"), never, ZONE)).toEqual(at("2026-11-24T08:00"));
  });
});

test("every obligation of the policy is reminded of on its due day or before", () => {
  for (const { reminders: own } of Object.values(obligations)) {
    expect(Math.min(...own.days_before)).toBeLessThanOrEqual(7);
  }
});

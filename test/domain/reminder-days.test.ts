import { describe, expect, test } from "vitest";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import { activityReminders } from "#src/domain/reminder-policy.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { activityRemindedByTheText, remindedOnByTheText } from "#test/oracle/reminders.ts";
import { readPolicy } from "#test/support/policy.ts";

const { reminders, obligations } = readPolicy();
const official = toCalendar(OFFICIAL_DAYS);
const DECIDED = { "2026-02-14": "holiday", "2026-11-28": "workday", "2027-01-08": "workday" } as const;

function everyDay(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

// Three years whose days of rest are known, a leap day among them, and one that nobody has announced.
const DAYS = everyDay("2024-01-01", "2027-12-31");

const PLANS = [
  ...Object.values(obligations).map((one) => one.reminders),
  { days_before: [30, 15, 7, 1, 0], overdue: "weekly" },
  { days_before: [7, 6, 5, 4, 3, 2, 1, 0], overdue: "none" },
] as const;

describe("on every day of three years, and of one without a calendar, the program reminds when the text says", () => {
  test.each(PLANS)("of what is due, by $days_before and $overdue", (plan) => {
    const wrong = DAYS.filter((due) => {
      const through = new Date(Date.parse(due) + 40 * 86_400_000).toISOString().slice(0, 10);
      const weekly = plan.overdue === "weekly" ? through : null;
      return [{}, DECIDED].some((decided) => {
        const done = reminderDays(due, plan, toCalendar(OFFICIAL_DAYS, decided), through);
        const text = remindedOnByTheText(due, plan.days_before, weekly, decided);
        return (
          JSON.stringify(done.days) !== JSON.stringify(text.said) ||
          JSON.stringify([...done.unknownYears].sort((a, b) => a - b)) !==
            JSON.stringify([...text.alarms].sort((a, b) => a - b))
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  test.each(["00:00", "08:00", "08:59", "09:00", "09:29", "09:30", "14:30", "23:59"])(
    "of an activity at %s",
    (time) => {
      const wrong = DAYS.filter((day) => {
        const startsAt = new Date(`${day}T${time}:00+08:00`);
        const done = activityReminders(startsAt, reminders, official, "Asia/Shanghai").reminders;
        const text = activityRemindedByTheText(day, time, reminders.activity_days_before);
        const moments = done.map(({ at }) =>
          new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " "),
        );
        return moments.join() !== text.join();
      });
      expect(wrong).toEqual([]);
    },
  );
});

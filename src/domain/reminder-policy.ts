import { z } from "zod";
import { addDays } from "./day.ts";
import type { Frozen } from "./frozen.ts";
import { toInstant, toLocal, toMinute } from "./local-time.ts";
import { STAFF_ROLES } from "./person.ts";
import { wallTimeSchema } from "./policy-parts.ts";
import { reminderDays } from "./reminder-days.ts";
import type { Calendar } from "./working-calendar.ts";

/** When the program may write unasked, and when it reminds. Times are wall-clock times of the district. */
export const reminderPolicySchema = z.strictObject({
  hour: wallTimeSchema,
  /** On the day before, for what begins before `hour` or so shortly after it that a word would come too late. */
  eve_hour: wallTimeSchema,
  /** So many minutes at least lie between the word of the same morning and what it is about. */
  least_lead_minutes: z.int().min(0).max(720).default(30),
  /** Nothing is sent unasked from `from` until just before `to`. */
  quiet: z.strictObject({ from: wallTimeSchema, to: wallTimeSchema }),
  /** After a notice of an activity, a change of it or a 催, nobody is reminded of it for so many minutes. */
  after_notice_minutes: z.int().min(0).max(1_440).default(120),
  max_per_day: z.int().min(1).max(99),
  activity_days_before: z.array(z.int().min(0).max(366)).min(1),
  /** Before a deadline of a case that staff must keep. */
  case_days_before: z.array(z.int().min(0).max(366)).min(1).default([30, 7, 3, 1, 0]),
  /** How often, a week apart, staff are reminded of a case that is overdue; then no more, done or not. */
  case_overdue_weeks: z.int().min(0).max(52).default(4),
  /** After so many days nobody is reminded of what was not done. */
  forgotten_days: z.int().min(30).max(3_660).default(366),
  /** Staff who ask who is late are told also of what is due within so many days. */
  owed_ahead_days: z.int().min(0).max(366).default(30),
  /** Until then whoever is still up and says 明早 means the morning that comes. */
  night_ends: wallTimeSchema.default("05:00"),
  /** 1 is Monday. */
  digest_weekday: z.int().min(1).max(7),
  /** Who is told every week what waits. */
  digest_readers: z.array(z.enum(STAFF_ROLES)).default(["township_clerk", "office"]),
  /** Who is told of danger where nobody is on call; by night in the morning. */
  danger_readers: z.array(z.enum(STAFF_ROLES)).min(1).default(["township_clerk", "office"]),
  /** The week's summary names deputies without a record for so many days. */
  silent_days: z.int().min(1).max(366).default(30),
  /** After a network was not heard, those who spoke there in so many days before are asked to say it again. */
  ask_after_gap_days: z.int().min(1).max(366).default(14),
  /** After a break between two log-ins, however short, those who spoke there in so many minutes before are asked. */
  ask_after_break_minutes: z.int().min(1).max(1440).default(10),
  /** Whoever has said nothing since he was asked is asked about a later gap so many hours after that at the earliest. */
  ask_again_hours: z.int().min(1).max(168).default(4),
});

/** The hours and days of all reminders, by the policy file. */
export type ReminderPolicy = Frozen<z.infer<typeof reminderPolicySchema>>;

/** The first instant from `at` on that lies outside the quiet hours. */
export function nextAllowedInstant(at: Date, { quiet }: ReminderPolicy, zone: string): Date {
  const { day, minute } = toLocal(at, zone);
  const [from, to] = [toMinute(quiet.from), toMinute(quiet.to)];
  const spansMidnight = from > to;
  const isQuiet = spansMidnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!isQuiet) return at;
  return toInstant(spansMidnight && minute >= from ? addDays(day, 1) : day, to, zone);
}

/** The morning that ends a quiet night: tomorrow's or today's, at a wall-clock time. */
export type Morning = { readonly isTomorrow: boolean; readonly time: string };

/** When news that is written down at `at` goes out, where that is not at once. */
export function morningAfter(at: Date, policy: ReminderPolicy, zone: string): Morning | null {
  const next = nextAllowedInstant(at, policy, zone);
  if (next.getTime() === at.getTime()) return null;
  return { isTomorrow: toLocal(next, zone).day > toLocal(at, zone).day, time: policy.quiet.to };
}

/**
 * When to remind those who decide on leave from an activity of what still waits: at the reminder hour of the working day
 * before it, and on its own day at that hour, or when the quiet hours end where it begins too soon after that.
 */
export function deciderReminders(
  startsAt: Date,
  policy: ReminderPolicy,
  calendar: Calendar,
  zone: string,
): { readonly moments: readonly Date[]; readonly unknownYears: readonly number[] } {
  const { day, minute } = toLocal(startsAt, zone);
  const hour = toMinute(policy.hour);
  const isEarly = minute < hour + policy.least_lead_minutes;
  const eve = reminderDays(day, { days_before: [1], overdue: "none" }, calendar, day, "move");
  const own = toInstant(day, isEarly ? toMinute(policy.quiet.to) : hour, zone);
  return {
    moments: [...eve.days.map(({ on }) => toInstant(on, hour, zone)), own],
    unknownYears: eve.unknownYears,
  };
}

/** One reminder of an activity: so many days before it by the rule, and when. */
export type ActivityReminder = { readonly before: number; readonly at: Date };

/**
 * When to remind of an activity, in order: at the reminder hour of the days before it, and on its own day; on the
 * evening before where it begins before that hour, or less than `least_lead_minutes` after it. `unknownYears` as in `reminderDays`.
 */
export function activityReminders(
  startsAt: Date,
  policy: ReminderPolicy,
  calendar: Calendar,
  zone: string,
): { readonly reminders: readonly ActivityReminder[]; readonly unknownYears: readonly number[] } {
  const start = toLocal(startsAt, zone);
  const plan = { days_before: policy.activity_days_before, overdue: "none" } as const;
  const { days, unknownYears } = reminderDays(start.day, plan, calendar, start.day);
  const hour = toMinute(policy.hour);
  const isEarly = start.minute < hour + policy.least_lead_minutes;
  const reminders = days.map(({ before, on }) =>
    before === 0 && isEarly
      ? { before, at: toInstant(addDays(on, -1), toMinute(policy.eve_hour), zone) }
      : { before, at: toInstant(on, hour, zone) },
  );
  return { reminders, unknownYears };
}

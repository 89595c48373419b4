import { parse } from "yaml";
import { z } from "zod";
import type { ActivityKind } from "./activity.ts";
import { attendancePolicySchema } from "./attendance/attendance-policy.ts";
import { checkInSchema } from "./check-in.ts";
import { clockRuleSchema } from "./clock-rule.ts";
import { isDay } from "./day.ts";
import type { Frozen } from "./frozen.ts";
import { leavePolicySchema } from "./leave-policy.ts";
import { localNamesSchema } from "./local-names.ts";
import { obligationSchema } from "./obligation.ts";
import { STAFF_ROLES } from "./person.ts";
import { byNameSchema, dutyKindSchema, wallTimeSchema } from "./policy-parts.ts";
import { reminderPolicySchema } from "./reminder-policy.ts";
import { retentionSchema } from "./retention.ts";

/** As which kind of duty each kind of activity stands on the record of who came. */
const ofActivitiesSchema = z.strictObject({
  group_activity: dutyKindSchema.default("group_activity"),
  inspection: dutyKindSchema.default("inspection"),
  thematic_research: dutyKindSchema.default("thematic_research"),
  law_inspection: dutyKindSchema.default("law_inspection"),
  work_appraisal: dutyKindSchema.default("work_appraisal"),
  training: dutyKindSchema.default("training"),
  reception: dutyKindSchema.default("reception"),
  congress_session: dutyKindSchema.default("congress_attend"),
  other: dutyKindSchema.default("meeting_attend"),
} satisfies Record<ActivityKind, z.ZodType>);

const recordsSchema = z.strictObject({
  /** How long a deputy may take back or change freely what was filed, unless it was verified before. */
  free_correction_hours: z.int().min(0).max(720),
  /** How long a report by staff on a deputy's behalf waits for the deputy's word before it counts as unconfirmed. */
  on_behalf_waits_days: z.int().min(0).max(366),
  /** How far back a correction without a number reaches (改时间 昨天). */
  correction_reaches_days: z.int().min(0).max(366).default(7),
  /** So many days after a period ended its records may still come, go or be corrected. */
  late_days: z.int().min(31).max(1_830).default(366),
  of_activities: ofActivitiesSchema.prefault({}),
  /** Files on one record or opinion. */
  most_files: z.int().min(1).max(100).default(9),
  /** How long a photo that came by itself waits for its sentence, and how long after a report one may belong to it. */
  files_wait_minutes: z.int().min(1).max(1440).default(120),
});

const sessionsSchema = z.strictObject({
  /** A web session that nobody used for so many days has ended. */
  idle_days: z.int().min(1).max(366),
  /** It ends after so many days in any case. */
  longest_days: z.int().min(1).max(366),
});

const secondFactorSchema = z.strictObject({
  /** Who shows the number of an authenticator besides a code at the web chat: staff, every member, or nobody. */
  for: z.enum(["staff", "all", "off"]).default("staff"),
  /** How many days whoever needs one has to set it up, from his first entrance without it; 0 = at once. */
  set_up_days: z.int().min(0).max(90).default(14),
  /** How long a factor counts that was shown: what is grave wants a newer one. */
  fresh_minutes: z.int().min(1).max(480).default(15),
});

const limitsSchema = z.strictObject({
  /** Messages of one sender in a minute; beyond that he is asked to wait. */
  messages_per_minute: z.int().min(10).max(10_000),
  /** Files of one conversation in an hour. */
  files_per_hour: z.int().min(9).max(10_000),
  /** Web sessions without a code from one neighbourhood of addresses in an hour. */
  guests_per_hour: z.int().min(10).max(100_000),
});

const plansSchema = z
  .strictObject({
    /** So many days before an activity of a yearly plan its notices go out. */
    notice_days: z.int().min(1).max(90).default(14),
    /** A deputy gets notices of so many planned activities a day; the others wait for the next. */
    notices_a_day: z.int().min(1).max(30).default(2),
    /** With no more days left than this, the notices go out whatever else does. */
    notice_at_latest_days: z.int().min(0).max(30).default(5),
    /** So many days before the stretch in which its day is to be chosen, who must choose it is reminded. */
    day_days_before: z.array(z.int().min(0).max(366)).max(10).default([30, 14, 0]),
  })
  .refine((one) => one.notice_at_latest_days <= one.notice_days, {
    error: "notice_at_latest_days must not exceed notice_days",
  });

/** When the figures of the last week and month go out as tables, and to whom. */
const sheetsSchema = z.strictObject({
  hour: wallTimeSchema.default("09:00"),
  /** 1 is Monday. */
  weekday: z.int().min(1).max(7).default(1),
  /** A day that every month has. */
  month_day: z.int().min(1).max(28).default(1),
  readers: z.array(z.enum(STAFF_ROLES)).default(["office"]),
});

const daySchema = z.string().refine(isDay, { error: "must be a day as YYYY-MM-DD" });

/** All that a district may decide for itself. Closed: a key that nobody reads is refused, so that no typo passes. */
const policySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "must be small letters, digits and hyphens" }),
  version: z.string().min(1),
  title: z.string().min(1),
  names: localNamesSchema.prefault({}),
  attendance: attendancePolicySchema,
  clocks: byNameSchema(clockRuleSchema),
  obligations: byNameSchema(obligationSchema),
  reminders: reminderPolicySchema,
  leave: leavePolicySchema,
  plans: plansSchema.prefault({}),
  sheets: sheetsSchema.prefault({}),
  check_in: checkInSchema.prefault({}),
  records: recordsSchema,
  sessions: sessionsSchema,
  second_factor: secondFactorSchema.prefault({}),
  limits: limitsSchema,
  retention: retentionSchema,
  /** What staff may do before anybody suggests a resignation, in order: told to the office with each case. */
  interventions: z.array(z.string().min(1)).min(1),
  /** Days that the office decides, over the official calendar. */
  calendar: z.record(daySchema, z.enum(["holiday", "workday"])),
});
/** A district's rules, checked. */
export type Policy = Frozen<z.infer<typeof policySchema>>;

/** A policy, or what is wrong with it: one English line each, `path: reason`, for the operator. */
export type ParsedPolicy = { readonly policy: Policy } | { readonly problems: readonly string[] };

const toLine = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`;

/** A policy from a document that was read already. */
export function parsePolicy(document: unknown): ParsedPolicy {
  const parsed = policySchema.safeParse(document);
  return parsed.success ? { policy: parsed.data } : { problems: parsed.error.issues.map(toLine) };
}

/** The document in a policy file's YAML text, still unchecked. */
export function parsePolicyText(
  text: string,
): { readonly document: unknown } | { readonly problems: readonly string[] } {
  try {
    const document: unknown = parse(text);
    return { document };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}

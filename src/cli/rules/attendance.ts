import { z } from "zod";
import { ATTENDANCE_STATUSES, LEAVE_STATES, type AttendanceStatus } from "#src/domain/activity.ts";
import { judgeAttendance, type Judgement } from "#src/domain/attendance/judge-attendance.ts";
import type { Policy } from "#src/domain/policy.ts";
import { daySchema, toLineError, type LineError } from "./line-fields.ts";

const isStatus = (text: string): text is AttendanceStatus => Object.hasOwn(ATTENDANCE_STATUSES, text);

const spanSchema = z
  .object({ from: daySchema, to: daySchema.nullish().transform((to) => to ?? null) })
  .refine(({ from, to }) => to === null || from <= to, { error: "ends before it begins" });

const activityIdSchema = z.union([z.string(), z.number()], { error: "must be text or a number" });

const activitySchema = z.object({
  id: activityIdSchema,
  kind: z.string(),
  date: daySchema,
  final: z.boolean(),
  status: z
    .string()
    .refine(isStatus, { error: `must be one of ${Object.keys(ATTENDANCE_STATUSES).join(" ")}` }),
  leave: z
    .enum(LEAVE_STATES)
    .nullish()
    .transform((leave) => leave ?? null),
  notified: z.boolean(),
  session: activityIdSchema.optional(),
  minutes: z.object({ attended: z.number().min(0), held: z.number().positive() }).optional(),
});

const isEachOnce = (activities: readonly { readonly id: string | number }[]): boolean =>
  new Set(activities.map(({ id }) => id)).size === activities.length;

const lineSchema = z.object({
  asOf: daySchema,
  mandates: z.array(spanSchema),
  suspensions: z
    .array(spanSchema)
    .nullish()
    .transform((spans) => spans ?? []),
  activities: z.array(activitySchema).refine(isEachOnce, { error: "an activity is there twice" }),
});

/** Absences, notices and strikes of the deputy a line describes. */
export function answerAttendance(line: object, { attendance }: Policy): Judgement | LineError {
  const parsed = lineSchema.safeParse(line);
  if (!parsed.success) return toLineError(parsed.error);
  const { asOf, ...facts } = parsed.data;
  return judgeAttendance(facts, attendance, asOf);
}

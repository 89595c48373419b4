import { z } from "zod";
import { LEAVE_STATES } from "../activity.ts";
import { citationSchema } from "../citation.ts";
import { isDay } from "../day.ts";
import type { Frozen } from "../frozen.ts";
import { attendedKindSchema, byNameSchema } from "../policy-parts.ts";
import { absenceWindowSchema } from "./absence-window.ts";

const kinds = z.array(attendedKindSchema).min(1);
const daySchema = z.string().refine(isDay, { error: "must be a day, YYYY-MM-DD" });
const times = z.int().min(1).max(99);

/** So many absences from the sittings of one session count as one absence from the session. */
const conversionSchema = z.strictObject({ sittings: kinds, times });

const absenceRuleSchema = z
  .strictObject({
    /** Kinds of activities the rule is about. */
    kinds,
    /** Of which congresses the deputies are meant. */
    levels: z
      .array(z.enum(["district", "township"]))
      .min(1)
      .default(["district", "township"]),
    /** What it counts: absences without approved leave, or leave that was granted. */
    counts: z.enum(["absence", "leave"]).default("absence"),
    window: absenceWindowSchema,
    /** Its first and its last day: what lies before or after is none of its concern, in the window neither. */
    since: daySchema.optional(),
    until: daySchema.optional(),
    /** From which one in the window the deputy is told; 1 is the first. */
    notice_from: times.default(1),
    /** Which one in the window is a strike. */
    strike_at: times.default(2),
    converts: z.array(conversionSchema).default([]),
    /** How grave it is, and what a strike leads to. People decide it; the program only prepares it. */
    severity: z.enum(["high", "medium", "low"]),
    leads_to: z.string().min(1),
    cite: citationSchema,
  })
  .refine(({ notice_from: first, strike_at: last }) => first <= last, {
    error: "notice_from must not exceed strike_at",
  })
  .refine(({ since, until }) => since === undefined || until === undefined || since <= until, {
    error: "since must not be after until",
  });

export const attendancePolicySchema = z.strictObject({
  /** States of a leave request that keep an absence from counting. */
  leave_that_excuses: z.array(z.enum(LEAVE_STATES)).default(["approved", "pending"]),
  /** Who was there for less than this share of the time was absent; without it the register alone counts. */
  minimum_share: z
    .strictObject({ of: z.int().min(2).max(100), parts: z.int().min(1).max(100) })
    .refine(({ of, parts }) => parts <= of, { error: "parts must not exceed of" })
    .optional(),
  /**
   * Who came to less than this share of a session's sittings, leave granted not counted, missed the session; without
   * it only who came to none.
   */
  session_share: z
    .strictObject({ of: z.int().min(2).max(100), parts: z.int().min(1).max(100) })
    .refine(({ of, parts }) => parts <= of, { error: "parts must not exceed of" })
    .optional(),
  rules: byNameSchema(absenceRuleSchema),
});

/** A rule of the policy file by which absences, or leave granted, add up to a strike. */
export type AbsenceRule = Frozen<z.infer<typeof absenceRuleSchema>>;

/** How the policy file counts attendance: what excuses, what is too little, and the rules by name. */
export type AttendancePolicy = Frozen<z.infer<typeof attendancePolicySchema>>;

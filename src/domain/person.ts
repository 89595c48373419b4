import type { Span } from "./attendance/attendance-facts.ts";
import type { Day } from "./day.ts";

/** What a member of staff may be; the scope is the subtree of the org the role is held in. */
export const STAFF_ROLES = [
  "township_chair",
  "township_clerk",
  "station_clerk",
  "group_leader",
  "office",
  "director",
  "unit",
] as const;

/** What a member of staff is in one organisation and all below it. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** True for the roles that look after deputies; a handling unit answers suggestions and does not. */
export const looksAfterDeputies = (role: StaffRole): boolean => role !== "unit";

export const MANDATE_STATUSES = ["active", "suspended", "resigned", "terminated"] as const;

/** Whether a mandate is exercised, rests, or has ended before its term. */
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

/** A seat in one congress for a stretch of time. One person may hold a district and a township mandate. */
export type Mandate = {
  readonly id: number;
  readonly level: "district" | "township";
  readonly term: string;
  readonly groupId: number | null;
  readonly townshipId: number | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly status: MandateStatus;
  /** Stretches in which it rests. */
  readonly suspensions: readonly Span[];
};

/** A role held in an org. */
export type RoleHeld = { readonly role: StaffRole; readonly orgId: number; readonly orgName: string };

/** Who is speaking, as far as the program knows. An account that nobody bound is a guest. */
export type Speaker =
  | { readonly kind: "guest" }
  | { readonly kind: "resident"; readonly personId: number }
  | {
      readonly kind: "member";
      readonly personId: number;
      readonly name: string;
      readonly mandates: readonly Mandate[];
      readonly roles: readonly RoleHeld[];
    };

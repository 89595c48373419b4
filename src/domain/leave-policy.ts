import { z } from "zod";
import type { Frozen } from "./frozen.ts";
import { STAFF_ROLES } from "./person.ts";
import { attendedKindSchema } from "./policy-parts.ts";

/** Who may decide on leave. Which person that is for one deputy and one activity, the register says. */
export const LEAVE_APPROVERS = ["convener", "delegation_head", "directors_meeting", "office"] as const;

/** The office that decides on leave; `roles` of the policy says who acts for it. */
export type LeaveApprover = (typeof LEAVE_APPROVERS)[number];

const approver = z.enum(LEAVE_APPROVERS);
const roles = z.array(z.enum(STAFF_ROLES)).min(1);

export const leavePolicySchema = z.strictObject({
  approvers: z.record(attendedKindSchema, approver),
  /** For kinds that `approvers` does not name. */
  otherwise: approver,
  /** Roles that decide as such an approver, beside whoever called the activity. The office decides on all. */
  roles: z
    .strictObject({ convener: roles, delegation_head: roles, directors_meeting: roles, office: roles })
    .default({
      convener: ["group_leader", "township_chair", "township_clerk"],
      delegation_head: ["group_leader"],
      directors_meeting: ["director"],
      office: ["office"],
    }),
  /** A request after the activity has begun: taken and marked as late, or refused. */
  late_request: z.enum(["marked", "refused"]),
  /** How long after it began an activity can still be meant by such a request. */
  late_days: z.int().min(0).max(366).default(7),
});

/** Who decides on leave, and what becomes of a request that comes too late, by the policy file. */
export type LeavePolicy = Frozen<z.infer<typeof leavePolicySchema>>;

/** Who decides on leave from an activity of a kind. */
export function leaveApproverOf(kind: string, { approvers, otherwise }: LeavePolicy): LeaveApprover {
  return Object.hasOwn(approvers, kind) ? (approvers[kind] ?? otherwise) : otherwise;
}

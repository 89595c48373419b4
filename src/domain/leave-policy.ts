import { z } from "zod";
import type { Frozen } from "./frozen.ts";
import { attendedKindSchema } from "./policy-parts.ts";

/** Who may decide on leave. Which person that is for one deputy and one activity, the register says. */
export const LEAVE_APPROVERS = ["convener", "delegation_head", "directors_meeting", "office"] as const;
export type LeaveApprover = (typeof LEAVE_APPROVERS)[number];

const approver = z.enum(LEAVE_APPROVERS);

export const leavePolicySchema = z.strictObject({
  approvers: z.record(attendedKindSchema, approver),
  /** For kinds that `approvers` does not name. */
  otherwise: approver,
  /** A request after the activity has begun: taken and marked as late, or refused. */
  late_request: z.enum(["marked", "refused"]),
});
export type LeavePolicy = Frozen<z.infer<typeof leavePolicySchema>>;

/** Who decides on leave from an activity of a kind. */
export function leaveApproverOf(kind: string, { approvers, otherwise }: LeavePolicy): LeaveApprover {
  return Object.hasOwn(approvers, kind) ? (approvers[kind] ?? otherwise) : otherwise;
}

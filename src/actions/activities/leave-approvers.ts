import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import { listStaffOver } from "#db/queries/staff-over.ts";
import { type LeaveApprover, leaveApproverOf } from "#src/domain/leave-policy.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";

const ROLES = {
  convener: ["group_leader", "township_chair", "township_clerk"],
  delegation_head: ["group_leader"],
  directors_meeting: ["director"],
  office: ["office"],
} as const satisfies Record<LeaveApprover, readonly StaffRole[]>;

/** Who is told of a wish for leave, and who may decide on it. Nobody decides on his or her own. */
export async function listApprovers(
  tx: Tx,
  activity: FoundActivity,
  deputyId: number,
  { policy, today }: World,
): Promise<{ readonly told: readonly number[]; readonly allowed: readonly number[] }> {
  const approver = leaveApproverOf(activity.kind, policy.leave);
  const others = (people: readonly (number | null)[]): number[] =>
    [...new Set(people)].filter((one) => one !== null && one !== deputyId).filter((one) => one !== null);
  const convener = approver === "convener" ? others([activity.convenerId]) : [];
  const holders = others(await listStaffOver(tx, activity.orgId, ROLES[approver], today));
  const office = others(await listStaffOver(tx, activity.orgId, ["office"], today));
  const told = [convener, holders, office].find((people) => people.length > 0) ?? [];
  return { told, allowed: others([...convener, ...holders, ...office]) };
}

import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import { listStaffOfMandates, listStaffOver } from "#db/queries/staff-over.ts";
import { leaveApproverOf } from "#src/domain/leave-policy.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";
import { CARING_ROLES } from "../rights.ts";

/** Who is told of a wish for leave: whoever decides by the policy, or else the office. Nobody decides on his or her own. */
export async function listToAsk(
  tx: Tx,
  activity: FoundActivity & { readonly mandateId: number },
  deputyId: number,
  world: World,
): Promise<readonly number[]> {
  const { policy, today } = world;
  const approver = leaveApproverOf(activity.kind, policy.leave);
  const over = async (roles: readonly StaffRole[]): Promise<number[]> =>
    (await listStaffOver(tx, activity.orgId, roles, today)).filter((one) => one !== deputyId);
  // Whoever called it and holds no role there any more decides on nothing.
  const staff = approver === "convener" ? await over(CARING_ROLES) : [];
  const convener = staff.filter((one) => one === activity.convenerId);
  // Delegations are the deputies' own groups, wherever the congress sits.
  const isDelegation = approver === "delegation_head";
  const holders = isDelegation
    ? await headsOf(tx, activity.mandateId, world)
    : await over(policy.leave.roles[approver]);
  const office = await over(["office"]);
  return [convener, holders, office].find((people) => people.length > 0) ?? [];
}

async function headsOf(tx: Tx, mandateId: number, { policy, today }: World): Promise<readonly number[]> {
  const heads = await listStaffOfMandates(tx, [mandateId], policy.leave.roles.delegation_head, today);
  return heads.get(mandateId) ?? [];
}

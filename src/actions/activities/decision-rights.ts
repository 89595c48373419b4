import type { DecisionRights } from "#db/queries/leave-decisions.ts";
import { ACTIVITY_KINDS, SITTING_KINDS } from "#src/domain/activity.ts";
import { leaveApproverOf } from "#src/domain/leave-policy.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";
import { CARING_ROLES } from "../rights.ts";

/** On which wishes for leave somebody decides by the policy; the office on every one in its subtree. */
export function decisionRights(actorId: number, { policy, today }: World): DecisionRights {
  const kinds = Object.keys({ ...ACTIVITY_KINDS, ...SITTING_KINDS });
  const rolesOf = (kind: string): readonly StaffRole[] => [
    ...policy.leave.roles[leaveApproverOf(kind, policy.leave)],
    "office",
  ];
  return {
    actorId,
    today,
    roles: kinds.flatMap((kind) => rolesOf(kind).map((role) => ({ kind, role }))),
    ofConvener: kinds.filter((kind) => leaveApproverOf(kind, policy.leave) === "convener"),
    convenerRoles: CARING_ROLES,
    ofDelegation: kinds.filter((kind) => leaveApproverOf(kind, policy.leave) === "delegation_head"),
    delegationRoles: policy.leave.roles.delegation_head,
  };
}

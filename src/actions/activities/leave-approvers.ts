import type { Tx } from "#db/client.ts";
import type { FoundActivity, Member } from "#db/queries/activities.ts";
import { listStaffOfMandates, listStaffOver } from "#db/queries/staff-over.ts";
import { type LeaveApprover, leaveApproverOf } from "#src/domain/leave-policy.ts";
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
  return (await askedAs(tx, activity, deputyId, world)).people;
}

/** Those who are told of a wish, and as what: the office also where nobody is on file who would decide. */
export type ToAsk = { readonly people: readonly number[]; readonly as: LeaveApprover };

/** The same with the part in which they are asked; nobody at all where there is no office either. */
export async function askedAs(
  tx: Tx,
  activity: FoundActivity & { readonly mandateId: number },
  deputyId: number,
  world: World,
): Promise<ToAsk> {
  const { mandateId } = activity;
  const asked = await listAsked(tx, activity, [{ mandateId, personId: deputyId }], world);
  return asked.get(mandateId) ?? { people: [], as: "office" };
}

/** Who is told of several wishes for leave from one activity, by mandate. */
export async function listToAskEach(
  tx: Tx,
  activity: FoundActivity,
  wishers: readonly Pick<Member, "mandateId" | "personId">[],
  world: World,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const asked = await listAsked(tx, activity, wishers, world);
  return new Map([...asked].map(([mandateId, { people }]) => [mandateId, people]));
}

async function listAsked(
  tx: Tx,
  activity: FoundActivity,
  wishers: readonly Pick<Member, "mandateId" | "personId">[],
  world: World,
): Promise<ReadonlyMap<number, ToAsk>> {
  const { policy, today } = world;
  const approver = leaveApproverOf(activity.kind, policy.leave);
  const over = (roles: readonly StaffRole[]) => listStaffOver(tx, activity.orgId, roles, today);
  // Whoever called it and holds no role there any more decides on nothing.
  const staff = approver === "convener" ? await over(CARING_ROLES) : [];
  const convener = staff.filter((one) => one === activity.convenerId);
  // Delegations are the deputies' own groups, wherever the congress sits.
  const isDelegation = approver === "delegation_head";
  const heads = isDelegation ? await headsOf(tx, wishers, world) : NONE;
  const holders = isDelegation ? [] : await over(policy.leave.roles[approver]);
  const office = await over(["office"]);
  const toAsk = ({ mandateId, personId }: Pick<Member, "mandateId" | "personId">): ToAsk => {
    const ways: readonly ToAsk[] = [
      { people: convener, as: approver },
      { people: heads.get(mandateId) ?? holders, as: approver },
      { people: office, as: "office" },
    ];
    return (
      ways
        .map(({ people, as }) => ({ people: people.filter((one) => one !== personId), as }))
        .find(({ people }) => people.length > 0) ?? { people: [], as: "office" }
    );
  };
  return new Map(wishers.map((one) => [one.mandateId, toAsk(one)]));
}

const NONE: ReadonlyMap<number, readonly number[]> = new Map();

const headsOf = (tx: Tx, wishers: readonly Pick<Member, "mandateId">[], { policy, today }: World) =>
  listStaffOfMandates(
    tx,
    wishers.map((one) => one.mandateId),
    policy.leave.roles.delegation_head,
    today,
  );

import type { Tx } from "#db/client.ts";
import type { FoundActivity, Member } from "#db/queries/activities.ts";
import { listStaffOfMandates, listStaffOfOrgs } from "#db/queries/staff-over.ts";
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
  const [asked] = await listAsked(tx, [{ activity, mandateId, personId: deputyId }], world);
  return asked ?? { people: [], as: "office" };
}

/** Who is told of several wishes for leave from one activity, by mandate. */
export async function listToAskEach(
  tx: Tx,
  activity: Asked["activity"],
  wishers: readonly Pick<Member, "mandateId" | "personId">[],
  world: World,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const asked = await listAsked(
    tx,
    wishers.map((one) => ({ ...one, activity })),
    world,
  );
  return new Map(wishers.map(({ mandateId }, nth) => [mandateId, asked[nth]?.people ?? []]));
}

/** Who is told of each of several wishes for leave, from whatever it is, in their order. */
export async function listToAskOfAll(
  tx: Tx,
  wishes: readonly Asked[],
  world: World,
): Promise<readonly (readonly number[])[]> {
  return wishes.length === 0 ? [] : (await listAsked(tx, wishes, world)).map(({ people }) => people);
}

type Asked = Pick<Member, "mandateId" | "personId"> & {
  readonly activity: Pick<FoundActivity, "orgId" | "kind" | "convenerId">;
};

async function listAsked(tx: Tx, wishes: readonly Asked[], world: World): Promise<readonly ToAsk[]> {
  const { policy, today } = world;
  const approverFor = ({ activity }: Asked): LeaveApprover => leaveApproverOf(activity.kind, policy.leave);
  const of = (approver: LeaveApprover) => wishes.filter((one) => approverFor(one) === approver);
  const over = (some: readonly Asked[], roles: readonly StaffRole[]) =>
    some.length === 0
      ? NONE
      : listStaffOfOrgs(tx, [...new Set(some.map(({ activity }) => activity.orgId))], roles, today, "all");
  // Whoever called it and holds no role there any more decides on nothing.
  const staff = await over(of("convener"), CARING_ROLES);
  // Delegations are the deputies' own groups, wherever the congress sits.
  const heads = await headsOf(tx, of("delegation_head"), world);
  const { roles } = policy.leave;
  const holders: Readonly<Record<LeaveApprover, Staff>> = {
    convener: await over(of("convener"), roles.convener),
    delegation_head: NONE,
    directors_meeting: await over(of("directors_meeting"), roles.directors_meeting),
    office: await over(of("office"), roles.office),
  };
  const office = await over(wishes, ["office"]);
  return wishes.map((wish) => {
    const as = approverFor(wish);
    const { orgId, convenerId } = wish.activity;
    const called = (staff.get(orgId) ?? []).filter((one) => one === convenerId);
    const ways: readonly ToAsk[] = [
      { people: as === "convener" ? called : [], as },
      { people: heads.get(wish.mandateId) ?? holders[as].get(orgId) ?? [], as },
      { people: office.get(orgId) ?? [], as: "office" },
    ];
    return (
      ways
        .map((way) => ({ ...way, people: way.people.filter((one) => one !== wish.personId) }))
        .find(({ people }) => people.length > 0) ?? { people: [], as: "office" }
    );
  });
}

type Staff = ReadonlyMap<number, readonly number[]>;

const NONE: Staff = new Map();

const headsOf = async (tx: Tx, wishers: readonly Asked[], { policy, today }: World): Promise<Staff> =>
  wishers.length === 0
    ? NONE
    : listStaffOfMandates(
        tx,
        wishers.map((one) => one.mandateId),
        policy.leave.roles.delegation_head,
        today,
      );

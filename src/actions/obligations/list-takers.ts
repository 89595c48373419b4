import type { Tx } from "#db/client.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { Owing } from "#db/queries/submissions.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";

/** Who takes a report, and as what. */
export type Takers = { readonly people: readonly number[]; readonly as: StaffRole };

/** Who takes a report of this kind by the policy, or else the office; where nobody is there at all, who would by the policy. */
export async function listTakers(
  tx: Tx,
  { rule, mandateId }: Pick<Owing, "rule" | "mandateId">,
  world: World,
): Promise<Takers> {
  const taker = world.policy.obligations[rule]?.accepted_by ?? "office";
  const over = async (role: StaffRole): Promise<readonly number[]> =>
    (await listStaffOfMandates(tx, [mandateId], [role], world.today)).get(mandateId) ?? [];
  const people = await over(taker);
  if (people.length > 0) return { people, as: taker };
  const office = await over("office");
  return office.length > 0 ? { people: office, as: "office" } : { people, as: taker };
}

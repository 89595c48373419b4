import type { Tx } from "#db/client.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { Owing } from "#db/queries/submissions.ts";
import type { World } from "#src/domain/rules.ts";

/** Who takes a report of this kind by the policy, or else the office. */
export async function listTakers(
  tx: Tx,
  { rule, mandateId }: Pick<Owing, "rule" | "mandateId">,
  world: World,
): Promise<readonly number[]> {
  const taker = world.policy.obligations[rule]?.accepted_by ?? "office";
  const over = async (role: typeof taker): Promise<readonly number[]> =>
    (await listStaffOfMandates(tx, [mandateId], [role], world.today)).get(mandateId) ?? [];
  const takers = await over(taker);
  return takers.length > 0 ? takers : over("office");
}

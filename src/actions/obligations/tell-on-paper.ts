import type { Tx } from "#db/client.ts";
import { listTakers } from "./list-takers.ts";
import { claimOwed } from "#db/queries/submissions.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import type { Told } from "../told.ts";
import { rulesFor } from "./competence.ts";

/**
 * A deputy says that a report was handed in on paper: those who take it are told, at most once a day, and enter it when
 * they have it. Nothing is handed in by these words alone.
 */
export async function tellOnPaper(
  tx: Tx,
  { personId, actorName: name }: Grant,
  { submission }: Extract<ObligationRequest, { do: "obligation.on-paper" }>,
  world: World,
): Promise<Told<ObligationOutcome> | ObligationRefusal> {
  const [owing] = await claimOwed(tx, personId, rulesFor(world.policy, submission), world.today);
  if (owing === undefined) return "obligation-none";
  const { title } = owing;
  const { people, as } = await listTakers(tx, owing, world);
  const readers = people.filter((to) => to !== personId);
  const word = { kind: "obligation.said-on-paper", title, submission, name, personId } as const;
  const key = `obligation-on-paper:${owing.id}:${world.today}`;
  return {
    outcome: { of: "obligation.on-paper", title, to: as, told: readers.length > 0 },
    news: readers.map((reader) => ({ to: reader, key, word })),
  };
}

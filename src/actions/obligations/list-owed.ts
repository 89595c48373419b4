import type { Tx } from "#db/client.ts";
import { countWaiting, listLate, listOwn } from "#db/queries/submissions.ts";
import { addDays } from "#src/domain/day.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { competencesOf, rulesFor } from "./competence.ts";

/** What is due within these days is worth a look before it is late. */
const AHEAD_DAYS = 30;
const NAMES_SHOWN = 15;

/** What the speaker owes, and what of it waits to be accepted. */
export async function listOwnObligations(tx: Tx, grant: Grant): Promise<ObligationOutcome> {
  return { of: "obligation.owned", lines: await listOwn(tx, grant.actorId ?? 0) };
}

/** Who is late or has not done yet what is due soon, among those the speaker looks after. */
export async function listLateObligations(
  tx: Tx,
  grant: Grant,
  { submission }: Extract<ObligationRequest, { do: "obligation.late" }>,
  { policy, today }: World,
): Promise<ObligationOutcome> {
  const rules = submission === undefined ? null : rulesFor(policy, submission);
  const until = addDays(today, AHEAD_DAYS);
  const lines = await listLate(tx, grant.scope, { rules, today, until, names: NAMES_SHOWN });
  return {
    of: "obligation.late",
    lines,
    waiting: await countWaiting(tx, competencesOf(grant, policy, submission)),
  };
}

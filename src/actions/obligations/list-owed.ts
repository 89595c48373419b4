import type { Tx } from "#db/client.ts";
import { isAnythingOwed, listLate } from "#db/queries/submissions.ts";
import { countWaiting } from "#db/queries/waiting-submissions.ts";
import { addDays } from "#src/domain/day.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Submission } from "#src/domain/submission.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { competencesOf, rulesFor } from "./competence.ts";
import { listOwedBy } from "./list-owed-by.ts";

/** So many names fit into an answer. */
const NAMES_SHOWN = 15;

/** What the speaker owes, and what of it waits to be accepted. */
export async function listOwnObligations(tx: Tx, grant: Grant, world: World): Promise<ObligationOutcome> {
  return { of: "obligation.owned", lines: await listOwedBy(tx, grant, world) };
}

/** Who is late or has not done yet what is due soon, among those the speaker looks after. */
export async function listLateObligations(
  tx: Tx,
  grant: Grant,
  { submission }: Extract<ObligationRequest, { do: "obligation.late" }>,
  { policy, today }: World,
): Promise<ObligationOutcome> {
  const rules = submission === undefined ? null : rulesFor(policy, submission);
  if (submission !== undefined && !(await isAnythingOwed(tx, grant.scope, rulesFor(policy, submission))))
    return { of: "obligation.none-of-kind", submission, atTermEnd: isOfTerm(policy, submission) };
  const until = addDays(today, policy.reminders.owed_ahead_days);
  const lines = await listLate(tx, grant.scope, { rules, today, until, names: NAMES_SHOWN });
  return {
    of: "obligation.late",
    lines,
    waiting: await countWaiting(tx, competencesOf(grant, policy, submission)),
  };
}

const isOfTerm = ({ obligations }: Policy, submission: Submission): boolean =>
  Object.values(obligations).some(
    ({ needs, period }) => "submission" in needs && needs.submission === submission && period === "term",
  );

import type { Tx } from "#db/client.ts";
import { claimWaitingSubmissions, type WaitingSubmission } from "#db/queries/waiting-submissions.ts";
import type { ObligationAct, ObligationOutcome, ObligationRefusal } from "#src/domain/requests/obligation.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { competencesOf } from "./competence.ts";

type Which = Extract<ObligationOutcome, { of: "obligation.which" }>;

/** The report that somebody may decide on and means, or those of several deputies among which has to be chosen. */
export async function findWaitingReport(
  tx: Tx,
  grant: Grant,
  asked: ObligationAct,
  { policy }: World,
): Promise<WaitingSubmission | Which | ObligationRefusal> {
  const { name, submission } = asked;
  const named = await claimWaitingSubmissions(tx, name, competencesOf(grant, policy, submission));
  const marked = named.filter((one) => isMeant(one, asked));
  const meant = marked.length === 0 && asked.personId === undefined ? named : marked;
  const [one] = meant;
  if (one === undefined) return "obligation-unknown";
  const people = [...new Map(meant.map((other) => [other.personId, other])).values()];
  if (people.length === 1) return one;
  const shown = people.map(({ personId, code, group }) => ({ personId, name, code, group }));
  return { of: "obligation.which", asked, people: shown };
}

function isMeant(
  { personId, code, group, township }: WaitingSubmission,
  { mark, personId: meant }: ObligationAct,
): boolean {
  if (meant !== undefined) return personId === meant;
  if (mark === undefined) return true;
  const isPlace = [group, township].some((place) => place?.includes(mark) === true);
  return isPlace || code?.toLowerCase() === mark.toLowerCase();
}

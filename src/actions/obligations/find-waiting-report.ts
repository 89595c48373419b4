import type { Tx } from "#db/client.ts";
import { claimWaitingSubmissions, type WaitingSubmission } from "#db/queries/waiting-submissions.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { NamedReport, ObligationOutcome } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { competencesOf, submissionOf } from "./competence.ts";

type Which = Extract<ObligationOutcome, { of: "obligation.which" }>;

/** Until so long after it was taken a report can still be sent back: it was taken by mistake. */
const MISTAKE_DAYS = 30;

/**
 * The report that somebody may decide on and means, or those of several deputies among which has to be chosen. Where
 * none waits, one that is to be sent back may be one that was taken lately.
 */
export async function findWaitingReport(
  tx: Tx,
  grant: Grant,
  asked: Which["asked"],
  { policy, now }: World,
): Promise<(WaitingSubmission & { readonly wasAccepted?: true }) | Which | ObligationRefusal> {
  const { name, submission } = asked;
  const competences = competencesOf(grant, policy, submission);
  const waiting = await claimWaitingSubmissions(tx, name, competences);
  const taken =
    waiting.length === 0 && asked.do === "obligation.return"
      ? await claimWaitingSubmissions(tx, name, competences, daysBefore(now, MISTAKE_DAYS))
      : [];
  const named = [...waiting, ...taken.map((one) => ({ ...one, wasAccepted: true as const }))];
  const marked = named.filter((one) => isMeant(one, asked));
  const meant = marked.length === 0 && asked.personId === undefined ? named : marked;
  const [one] = meant;
  if (one === undefined) return "obligation-unknown";
  const people = [...new Map(meant.map((other) => [other.personId, other])).values()];
  const kinds = new Set(meant.map(({ rule }) => rule));
  if (people.length === 1 && (submission !== undefined || kinds.size === 1)) return one;
  if (submission === undefined) {
    const shown = [...new Map(meant.map((each) => [`${each.personId} ${each.rule}`, each])).values()];
    return {
      of: "obligation.which",
      asked,
      people: shown.map(({ personId, code, group, title, rule }) => {
        const report = submissionOf(rule, policy);
        return {
          personId,
          name,
          code,
          group,
          title,
          ...(report === undefined ? {} : { submission: report }),
        };
      }),
    };
  }
  const shown = people.map(({ personId, code, group }) => ({ personId, name, code, group }));
  return { of: "obligation.which", asked, people: shown };
}

function isMeant(
  { personId, code, group, township }: WaitingSubmission,
  { mark, personId: meant }: NamedReport,
): boolean {
  if (meant !== undefined) return personId === meant;
  if (mark === undefined) return true;
  const isPlace = [group, township].some((place) => place?.includes(mark) === true);
  return isPlace || code?.toLowerCase() === mark.toLowerCase();
}

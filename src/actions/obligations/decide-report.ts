import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markSubmission } from "#db/queries/waiting-submissions.ts";
import type { NewsWord } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { World } from "#src/domain/rules.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { submissionOf } from "./competence.ts";
import { findWaitingReport } from "./find-waiting-report.ts";

type Asked<K extends ObligationRequest["do"]> = Extract<ObligationRequest, { do: K }>;

/**
 * Takes a deputy's report, or sends it back with a reason, also one that was taken by mistake; the deputy is told. Decided by the role that the policy
 * names or by the office; nobody decides on his or her own.
 */
export async function decideReport(
  tx: Tx,
  grant: Grant,
  request: Asked<"obligation.accept"> | Asked<"obligation.return">,
  world: World,
): Promise<Told<ObligationOutcome> | ObligationRefusal> {
  const accepted = request.do === "obligation.accept";
  const reason = accepted ? "" : withoutPersonalData(request.reason);
  if (!accepted && reason === "") return "obligation-no-reason";
  const waiting = await findWaitingReport(tx, grant, request, world);
  if (typeof waiting === "string") return waiting;
  if ("of" in waiting) return { outcome: waiting, news: [] };
  if (waiting.personId === grant.actorId) return "obligation-own";
  const actorId = grant.personId;
  await markSubmission(tx, waiting, { accepted, actorId, note: reason, now: world.now });
  const action = accepted ? "obligation.accept" : "obligation.return";
  await insertAudit(tx, [{ at: world.now, actorId, action, subject: "obligation", subjectId: waiting.id }]);
  const { title, dueOn } = waiting;
  const by = grant.actorName;
  const submission = submissionOf(waiting.rule, world.policy);
  if (submission === undefined) throw new TypeError("a report that no rule asks for");
  const word: NewsWord = accepted
    ? { kind: "obligation.accepted", title, by }
    : { kind: "obligation.came-back", title, submission, by, reason, dueOn };
  const taken = waiting.wasAccepted === true;
  const key = `obligation-decided:${waiting.submissionId}${taken ? ":again" : ""}`;
  return {
    outcome: {
      of: "obligation.decided",
      title,
      name: request.name,
      accepted,
      ...(taken ? { wasAccepted: true } : {}),
    },
    news: [{ to: waiting.personId, key, word }],
  };
}

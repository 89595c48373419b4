import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  claimWaitingSubmissions,
  markSubmission,
  type WaitingSubmission,
} from "#db/queries/waiting-submissions.ts";
import type { Vault } from "#db/vault.ts";
import type { NewsWord } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type {
  ObligationAct,
  ObligationOutcome,
  ObligationRefusal,
  ObligationRequest,
} from "#src/domain/requests/obligation.ts";
import type { World } from "#src/domain/rules.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { competencesOf } from "./competence.ts";

type Asked<K extends ObligationRequest["do"]> = Extract<ObligationRequest, { do: K }>;

type Which = Extract<ObligationOutcome, { of: "obligation.which" }>;

/**
 * Takes a deputy's report, or sends it back with a reason; the deputy is told. Decided by the role that the policy
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
  const waiting = await findWaiting(tx, grant, request, world);
  if (typeof waiting === "string") return waiting;
  if ("of" in waiting) return { outcome: waiting, news: [] };
  if (waiting.personId === grant.actorId) return "obligation-own";
  const actorId = grant.personId;
  await markSubmission(tx, waiting, { accepted, actorId, note: reason, now: world.now });
  const action = accepted ? "obligation.accept" : "obligation.return";
  await insertAudit(tx, [{ at: world.now, actorId, action, subject: "obligation", subjectId: waiting.id }]);
  const { title, dueOn } = waiting;
  const by = grant.actorName;
  const word: NewsWord = accepted
    ? { kind: "obligation.accepted", title, by }
    : { kind: "obligation.came-back", title, submission: request.submission, by, reason, dueOn };
  const key = `obligation-decided:${waiting.submissionId}`;
  return {
    outcome: { of: "obligation.decided", title, name: request.name, accepted },
    news: [{ to: waiting.personId, key, word }],
  };
}

/** Shows the whole of what a deputy handed in, to whoever decides on it. */
export async function readReport(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Asked<"obligation.read">,
  world: World,
): Promise<ObligationOutcome | ObligationRefusal> {
  const waiting = await findWaiting(tx, grant, request, world);
  if (typeof waiting === "string" || "of" in waiting) return waiting;
  const { title, files } = waiting;
  const text = waiting.text === null ? "" : vault.open(waiting.text);
  return { of: "obligation.text", title, name: request.name, text, files };
}

async function findWaiting(
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

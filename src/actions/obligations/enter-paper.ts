import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import { claimOwedOf, markSubmission, type OwedReport } from "#db/queries/waiting-submissions.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Grant } from "../gate.ts";
import type { Told } from "../told.ts";
import { competencesOf, submissionOf } from "./competence.ts";

type Enter = Extract<ObligationRequest, { do: "obligation.enter-paper" }>;

/** How a report came that is not in the program. */
const ON_PAPER = "纸质";

/**
 * Staff who take a report have it on paper: after a look it is taken, and the deputy is told. Of several reports, or
 * deputies of the name, one is asked for. Nobody takes his or her own.
 */
export async function enterPaper(
  tx: Tx,
  grant: Grant,
  request: Enter,
  world: Facts,
): Promise<Told<ObligationOutcome> | ObligationOutcome | SureOutcome | ObligationRefusal> {
  const { policy, today } = world;
  const owed = (
    await claimOwedOf(tx, request.name, competencesOf(grant, policy, request.submission), today)
  ).filter(({ personId }) => request.personId === undefined || personId === request.personId);
  const [one, ...others] = soonestOfEach(owed);
  if (one === undefined) return "obligation-not-owed";
  if (one.personId === grant.actorId) return "obligation-own";
  if (others.length > 0)
    return {
      of: "obligation.which-paper",
      reports: [one, ...others].flatMap((each) => {
        const submission = submissionOf(each.rule, policy);
        const { personId, name, code, group, title } = each;
        return submission === undefined ? [] : [{ submission, title, personId, name, code, group }];
      }),
    };
  return isShown(request, one) ? enter(tx, grant, one, world) : toLook(request, one);
}

// Of two years' reports of one kind the older one is meant.
const soonestOfEach = (owed: readonly OwedReport[]): OwedReport[] =>
  [...new Map(owed.toReversed().map((one) => [`${one.personId} ${one.rule}`, one])).values()].toReversed();

// What the deputy handed in since the look is not put aside by a yes that knew nothing of it.
const isShown = ({ shown, replaces }: Enter, { id, state }: OwedReport): boolean =>
  shown === id && (replaces === true) === (state === "submitted");

const toLook = (
  request: Enter,
  { id, personId, name, code, group, title, dueOn, state }: OwedReport,
): SureOutcome => ({
  of: "sure",
  card: `p-${id}`,
  request: { ...request, personId, shown: id, replaces: state === "submitted" },
  question: {
    kind: "sure.paper",
    title,
    dueOn,
    who: { personId, name, code, group },
    replaces: state === "submitted",
  },
});

async function enter(
  tx: Tx,
  grant: Grant,
  { id, personId, name, title }: OwedReport,
  { now, account }: Facts,
): Promise<Told<ObligationOutcome>> {
  const actorId = grant.personId;
  const added = await insertSubmission(
    tx,
    { obligationId: id, personId, text: null, submittedAt: now },
    { ids: [], conversation: account.conversation, readers: [] },
  );
  await markSubmission(tx, { id, submissionId: added.id }, { accepted: true, actorId, note: ON_PAPER, now });
  const line = { at: now, actorId, action: "obligation.enter-paper", subject: "obligation" };
  await insertAudit(tx, [{ ...line, subjectId: id }]);
  const word = { kind: "obligation.paper-entered", title, by: grant.actorName } as const;
  return {
    outcome: { of: "obligation.paper-entered", title, name },
    news: [{ to: personId, key: `obligation-paper:${added.id}`, word }],
  };
}

import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertSubmission, claimOwed, type Owing } from "#db/queries/submissions.ts";
import type { Vault } from "#db/vault.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { World } from "#src/domain/rules.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { rulesFor } from "./competence.ts";
import { listTakers } from "./list-takers.ts";

type Submit = Extract<ObligationRequest, { do: "obligation.submit" }>;

/**
 * A deputy hands in a report that the policy asks for, as words or files: for what is due first, after a look at just
 * that. Handed in again before anybody took it, it stands in place of the earlier one. Whoever takes it by the policy
 * is told, or else the office.
 */
export async function submitReport(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Submit,
  world: Facts,
): Promise<Told<ObligationOutcome | SureOutcome> | ObligationRefusal> {
  const text = withoutPersonalData(request.text.trim());
  const { submission } = request;
  const actorId = grant.personId;
  const [owing, ...others] = await claimOwed(tx, actorId, rulesFor(world.policy, submission), world.today);
  if (owing === undefined) return offerOthers(tx, actorId, { ...request, text }, world);
  if (text === "" && request.files.length === 0) return "obligation-empty";
  if (request.shown !== owing.id) return { outcome: toLook({ ...request, text }, owing), news: [] };
  const { people: readers } = await listTakers(tx, owing, world);
  const sealed = text === "" ? null : vault.seal(text);
  const added = await insertSubmission(
    tx,
    { obligationId: owing.id, personId: actorId, text: sealed, submittedAt: world.now },
    { ids: request.files.map((one) => one.id), conversation: world.account.conversation, readers },
  );
  const files = request.files.filter((one) => added.files.includes(one.id));
  const line = { at: world.now, actorId, subject: "obligation", subjectId: owing.id };
  await insertAudit(tx, [{ ...line, action: "obligation.submit" }]);
  const again = owing.state !== "open";
  const { title } = owing;
  const word = {
    kind: "obligation.handed-in",
    title,
    submission,
    name: grant.actorName,
    personId: actorId,
    text,
    files,
    again,
  } as const;
  const key = `obligation-handed-in:${added.id}`;
  const nextDue = others.find((one) => one.state !== "submitted")?.dueOn ?? null;
  return {
    outcome: { of: "obligation.submitted", title, again, files: files.length, nextDue },
    news: readers.map((to) => ({ to, key, word })),
  };
}

// What is due first may be another by the time of the yes: then that is looked at.
const toLook = (request: Submit, { id, title, dueOn, state }: Owing): SureOutcome => ({
  of: "sure",
  card: `h-${id}`,
  request: { ...request, shown: id },
  question: {
    kind: "sure.hand-in",
    title,
    dueOn,
    text: request.text,
    files: request.files.length,
    replaces: state === "submitted",
  },
});

// People call one report by the name of another: nothing is taken for it unasked, and nobody is sent away.
async function offerOthers(
  tx: Tx,
  actorId: number,
  { submission, text, files }: Submit,
  { policy, today }: World,
): Promise<Told<ObligationOutcome> | ObligationRefusal> {
  const owing = await claimOwed(tx, actorId, rulesFor(policy), today);
  const owed = owing.flatMap(({ rule, title, dueOn }) => {
    const needs = policy.obligations[rule]?.needs;
    return needs !== undefined && "submission" in needs
      ? [{ submission: needs.submission, title, dueOn }]
      : [];
  });
  if (owed.length === 0) return "obligation-none";
  const outcome = { of: "obligation.not-owed", asked: submission, text, files: files.length, owed } as const;
  return { outcome, news: [] };
}

import type { Tx } from "#db/client.ts";
import { isAnythingOwed, listLate } from "#db/queries/submissions.ts";
import { countWaiting } from "#db/queries/waiting-submissions.ts";
import { addDays } from "#src/domain/day.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Submission } from "#src/domain/submission.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pageOf } from "../page-of.ts";
import { competencesOf, rulesFor } from "./competence.ts";
import { listOwedBy } from "./list-owed-by.ts";

/** So many names fit into a line of an answer, and into an answer of nothing else. */
const NAMES_SHOWN = 15;
const NAMES_ON_A_PAGE = 30;
const EVERYBODY = 100_000;

/** What the speaker owes, and what of it waits to be accepted, page by page. */
export async function listOwnObligations(
  tx: Tx,
  grant: Grant,
  { page }: Extract<ObligationRequest, { do: "obligation.own" }>,
  world: World,
): Promise<ObligationOutcome> {
  return { of: "obligation.owned", lines: pageOf(await listOwedBy(tx, grant, world), page) };
}

type Late = Extract<ObligationRequest, { do: "obligation.late" }>;

/** Who is late or has not done yet what is due soon, among those the speaker looks after; all of them, of one thing. */
export async function listLateObligations(
  tx: Tx,
  grant: Grant,
  { submission, of, page }: Late,
  world: World,
): Promise<ObligationOutcome> {
  const { policy, today } = world;
  if (of !== undefined) return listLateNames(tx, grant, of, page, world);
  const rules = submission === undefined ? null : rulesFor(policy, submission);
  if (submission !== undefined && !(await isAnythingOwed(tx, grant.scope, rulesFor(policy, submission))))
    return { of: "obligation.none-of-kind", submission, atTermEnd: isOfTerm(policy, submission) };
  const until = addDays(today, policy.reminders.owed_ahead_days);
  const lines = await listLate(tx, grant.scope, { rules, today, until, names: NAMES_SHOWN });
  return {
    of: "obligation.late",
    ...(submission === undefined ? {} : { submission }),
    lines: pageOf(lines, page),
    waiting: await countWaiting(tx, competencesOf(grant, policy, submission)),
  };
}

async function listLateNames(
  tx: Tx,
  { scope }: Grant,
  { rule, dueOn }: NonNullable<Late["of"]>,
  page: number | undefined,
  { policy, today }: World,
): Promise<ObligationOutcome> {
  const found = await listLate(tx, scope, { rules: [rule], today, until: dueOn, names: EVERYBODY });
  const line = found.find((one) => one.dueOn === dueOn);
  return {
    of: "obligation.late-names",
    rule,
    title: line?.title ?? policy.obligations[rule]?.title ?? "",
    dueOn,
    names: pageOf(line?.names ?? [], page, NAMES_ON_A_PAGE),
  };
}

const isOfTerm = ({ obligations }: Policy, submission: Submission): boolean =>
  Object.values(obligations).some(
    ({ needs, period }) => "submission" in needs && needs.submission === submission && period === "term",
  );

import type { Tx } from "#db/client.ts";
import type { AmendRequest, Change, ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { type Amended, amendReport } from "./amend-report.ts";
import { eachOnce } from "./each-once.ts";
import type { Grant } from "./gate.ts";

/**
 * Makes the change that was asked for, and the other one that the same words ask for, each with its trace. Where only
 * the first can be made, the outcome says which was left.
 */
export async function amendBoth(
  tx: Tx,
  grant: Grant,
  { amendment: { also, ...first }, ...request }: AmendRequest,
  world: World,
): Promise<Amended | ReportRefusal> {
  const done = await amendReport(tx, grant, { ...request, amendment: first }, world);
  if (also === undefined || typeof done === "string") return done;
  const { number } = done.outcome.record;
  const then = await amendReport(tx, grant, { do: "report.amend", number, amendment: also }, world);
  return typeof then === "string"
    ? { ...done, outcome: { ...done.outcome, left: also } }
    : { outcome: joined(done, then), news: eachOnce([...done.news, ...then.news]) };
}

function joined({ outcome: one }: Amended, { outcome: other }: Amended): Amended["outcome"] {
  const { same, now, ...spoken } = { ...one, ...other };
  const said = one.now === undefined ? now : { ...one.now, ...toAlso(other.now) };
  return {
    ...spoken,
    ...(said === undefined ? {} : { now: said }),
    ...(one.same === true && same === true ? { same } : {}),
  };
}

const toAlso = (change: Change | undefined) => (change === undefined ? {} : { also: change });

import type { Tx } from "#db/client.ts";
import { findReturnedLast } from "#db/queries/duty-records.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { type Amended, amendReport } from "./amend-report.ts";
import type { Grant } from "./gate.ts";

/**
 * Changes one field of the record that is named, or else of the latest. Where that is verified, and an older one was
 * sent back and waits to be put right, this one is offered: it is most likely meant.
 */
export async function amendLatest(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.amend" }>,
  world: World,
): Promise<Amended | SureOutcome | ReportRefusal> {
  const done = await amendReport(tx, grant, request, world);
  if (done !== "already-verified" || request.number !== undefined || grant.actorId === null) return done;
  const back = await findReturnedLast(tx, grant.actorId);
  if (back === undefined) return done;
  const { number, kind, date } = back;
  return {
    of: "sure",
    card: `a-${number}~${request.amendment.field}`,
    request: { ...request, number },
    question: {
      kind: "sure.amend",
      record: { number, kind, date },
      now: request.amendment,
      today: world.today,
    },
  };
}

import type { Tx } from "#db/client.ts";
import { findReturnedLast } from "#db/queries/duty-records.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { AmendRequest, ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { amendBoth } from "./amend-both.ts";
import type { Amended } from "./amend-report.ts";
import type { Grant } from "./gate.ts";
import { settleWhich } from "./settle-which.ts";

/**
 * Changes one field of the record that is named or meant, or else of the latest. Where that is verified, and an older one was
 * sent back and waits to be put right, this one is offered: it is most likely meant.
 */
export async function amendLatest(
  tx: Tx,
  grant: Grant,
  asked: AmendRequest,
  world: World,
): Promise<Amended | SureOutcome | FilingOutcome | ReportRefusal> {
  const request = await settleWhich(tx, grant, asked, world);
  if (typeof request === "string" || "of" in request) return request;
  const done = await amendBoth(tx, grant, request, world);
  const isLatest = asked.number === undefined && asked.like === undefined;
  if (done !== "already-verified" || !isLatest || grant.actorId === null) return done;
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
    },
  };
}

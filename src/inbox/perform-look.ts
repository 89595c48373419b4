import type { Tx } from "#db/client.ts";
import { findWhose } from "#src/actions/find-whose.ts";
import { findHeardOn } from "#src/actions/find-heard-on.ts";
import type { Grant } from "#src/actions/gate.ts";
import { listFilingsLike } from "#src/actions/list-filings-like.ts";
import { showCase } from "#src/actions/show-case.ts";
import { showRecord } from "#src/actions/show-record.ts";
import type { Outcome, Refusal } from "#src/domain/request.ts";
import type { CaseRequest } from "#src/domain/requests/case.ts";
import type { FilingRequest } from "#src/domain/requests/filing.ts";
import type { HeardOnRequest } from "#src/domain/requests/heard-on.ts";
import type { RecordRequest } from "#src/domain/requests/record.ts";
import type { WhoseRequest } from "#src/domain/requests/whose.ts";
import type { World } from "#src/domain/rules.ts";

/** Looks at what was filed, or for whom something is: nothing is changed. */
export function performLook(
  tx: Tx,
  grant: Grant,
  request: FilingRequest | HeardOnRequest | WhoseRequest | CaseRequest | RecordRequest,
  world: World,
): Promise<Outcome | Refusal> {
  switch (request.do) {
    case "report.which":
      return listFilingsLike(tx, grant, request, world);
    case "report.whose":
      return findWhose(tx, grant, request, world);
    case "report.heard-on":
      return findHeardOn(tx, grant, request, world);
    case "case.show":
      return showCase(tx, grant, request, world);
    case "record.show":
      return showRecord(tx, grant, request, world);
  }
}

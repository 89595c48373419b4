import type { Tx } from "#db/client.ts";
import { enterCheckInCode, showCheckInCode } from "#src/actions/attendance/check-in.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { CheckInRequest } from "#src/domain/requests/check-in.ts";
import type { World } from "#src/domain/rules.ts";
import type { PerformParts } from "./perform.ts";

/** True for what is asked about checking in by a code. */
export const isAboutCheckIn = (request: Request): request is CheckInRequest =>
  request.do.startsWith("check-in.");

/** Does what was asked about checking in by a code. */
export const performCheckIn = (
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  request: CheckInRequest,
  world: World,
): Promise<Outcome | Refusal> =>
  request.do === "check-in.show"
    ? showCheckInCode(tx, vault, grant, request, world)
    : enterCheckInCode(tx, vault, grant, request, world);

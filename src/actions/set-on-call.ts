import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { deleteOnCall, insertOnCall, isOnCall } from "#db/queries/on-call.ts";
import type { OnCallOutcome, OnCallRequest } from "#src/domain/requests/on-call.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** Puts a member of staff on call or takes him or her off it, or says which it is. */
export async function setOnCall(
  tx: Tx,
  { actorId }: Grant,
  request: OnCallRequest,
  { now }: When,
): Promise<OnCallOutcome | "not-bound"> {
  if (actorId === null) return "not-bound";
  if (request.do === "on-call.show")
    return { of: "on-call.is", on: await isOnCall(tx, actorId), changed: false };
  const { on } = request;
  const changed = on ? await insertOnCall(tx, actorId, now) : await deleteOnCall(tx, actorId);
  const line = { at: now, actorId, action: on ? "on-call.begin" : "on-call.end", subject: "person" };
  if (changed) await insertAudit(tx, [{ ...line, subjectId: actorId }]);
  return { of: "on-call.is", on, changed };
}

import type { Tx } from "#db/client.ts";
import type { Grant } from "#src/actions/gate.ts";
import { previewSession, publishSession } from "#src/actions/sessions/publish-session.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { SessionRequest } from "#src/domain/requests/session.ts";
import type { World } from "#src/domain/rules.ts";
import type { Performed } from "./perform.ts";

/** True for what is asked about congress sessions. */
export const isAboutSessions = (request: Request): request is SessionRequest =>
  request.do.startsWith("session.");

/** Does what was asked about congress sessions. */
export const performSession = (
  tx: Tx,
  grant: Grant,
  request: SessionRequest,
  world: World,
): Promise<Outcome | Performed | Refusal> =>
  request.do === "session.preview"
    ? previewSession(tx, grant, request, world)
    : publishSession(tx, grant, request, world);

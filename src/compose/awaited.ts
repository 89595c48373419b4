import type { Db } from "#db/client.ts";
import { isAwaited } from "#db/queries/awaited.ts";
import type { IsAwaited } from "#src/message/channel.ts";

/** Whether a conversation still waits for an answer, or for long work: asked of the database, for all processes. */
export const createIsAwaited =
  (db: Db): IsAwaited =>
  (conversation) =>
    db.transaction((tx) => isAwaited(tx, conversation));

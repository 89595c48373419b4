import { releaseInbox } from "#db/queries/inbox.ts";
import { processMessages } from "#src/inbox/process.ts";
import type { InboxParts } from "#src/inbox/situation.ts";
import { createPump, type Pump } from "./pump.ts";

/** Works the inbox off; `done` is called after each round that took effect. */
export function drainInbox(parts: InboxParts, done: () => void): Pump {
  return createPump({
    name: "inbox",
    drains: true,
    log: parts.log,
    recover: () => parts.db.transaction((tx) => releaseInbox(tx, parts.holder, "database")),
    round: async () => {
      const handled = await processMessages(parts);
      if (handled > 0) done();
      return handled;
    },
  });
}

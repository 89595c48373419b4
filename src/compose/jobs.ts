import path from "node:path";
import type { Db } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import type { JobParts } from "#jobs/job.ts";
import { createRegister } from "#src/inbox/situation.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { createAuditAnchor } from "./audit-anchor.ts";
import type { Config } from "./config.ts";
import { runningChannels } from "./running-channels.ts";
import { readPolicy } from "./policy.ts";

/** What the jobs of one process work with. */
export function jobParts(config: Config, db: Db, vault: Vault, clock: Clock, log: Log): JobParts {
  const policy = readPolicy(config.POLICY_FILE);
  const register = createRegister(db, policy, () => performance.now());
  return {
    db,
    vault,
    anchor: createAuditAnchor(path.resolve(config.DATA_DIR)),
    clock,
    zone: config.TIME_ZONE,
    policy,
    register,
    running: runningChannels(config),
    log,
  };
}

import { createVault } from "#db/vault.ts";
import type { Db } from "#db/client.ts";
import { findJob } from "#jobs/registry.ts";
import type { Job, JobName, JobParts, Work } from "#jobs/job.ts";
import { runJob } from "#jobs/run-job.ts";
import type { AuditAnchor } from "#src/domain/audit-anchor.ts";
import { createRegister } from "#src/inbox/situation.ts";
import { readPolicy } from "./policy.ts";
import { TEST_KEY } from "./city.ts";
import { silentLog } from "./silent-log.ts";

export const ZONE = "Asia/Shanghai";
/** An instant of the district's wall clock: `2026-11-25 09:00`. */
export const at = (local: string): Date => new Date(`${local.replace(" ", "T")}:00+08:00`);

const FORGETFUL: AuditAnchor = { find: () => undefined, keep: () => undefined, forget: () => undefined };

/** What jobs work with in a test, at a moment, with the district's policy or a patched one. */
export function jobPartsAt(db: Db, now: Date, patch: object = {}, anchor: AuditAnchor = FORGETFUL): JobParts {
  const policy = readPolicy(patch);
  const register = createRegister(db, policy, () => performance.now());
  const vault = createVault(TEST_KEY);
  const running = [{ channel: "web", bot: "demo" }];
  return { db, vault, anchor, clock: () => now, zone: ZONE, policy, register, running, log: silentLog };
}

/** The job of this name. */
export function jobNamed(name: JobName): Job {
  const job = findJob(name);
  if (job === undefined) throw new TypeError(`no job ${name}`);
  return job;
}

/** Runs a job as the clock would at a moment; null where somebody else has run it. */
export const runAt = (db: Db, name: JobName, now: Date, patch: object = {}): Promise<Work | null> =>
  runJob(jobPartsAt(db, now, patch), jobNamed(name));

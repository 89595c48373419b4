import { mkdirSync } from "node:fs";
import path from "node:path";
import { createVault, type Vault } from "#db/vault.ts";
import type { AuditAnchor } from "#src/domain/audit-anchor.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { createAuditAnchor } from "./audit-anchor.ts";
import { resumeClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { fieldKeyOf } from "./field-key.ts";
import { type OpenedDatabase, openConfigured } from "./open.ts";

/** What an operator's command works with, beside a running service or alone. */
export type Workshop = {
  readonly config: Config;
  readonly database: OpenedDatabase;
  readonly vault: Vault;
  /** The audit's end outside the database. */
  readonly anchor: AuditAnchor;
  /** What the vault and backups are sealed with. */
  readonly fieldKey: string;
  /** The service's own time. */
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Opens the service's database and keys for one command and closes them after it, whatever happens. Only the command
 * that changes the key has it `unchecked`.
 */
export async function inWorkshop<T>(
  config: Config,
  real: Clock,
  log: Log,
  work: (workshop: Workshop) => Promise<T>,
  key: "checked" | "unchecked" = "checked",
): Promise<T> {
  const dataDir = path.resolve(config.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const clock = resumeClock(config, dataDir, real);
  const fieldKey = fieldKeyOf(config, dataDir);
  const vault = createVault(fieldKey);
  const database = await openConfigured(config, dataDir, key === "checked" ? vault : null, clock(), log);
  try {
    return await work({
      config,
      database,
      vault,
      anchor: createAuditAnchor(dataDir),
      fieldKey,
      clock,
      log,
    });
  } finally {
    await database.stop();
  }
}

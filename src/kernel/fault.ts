/** What can fail outside this program, as a closed list. A refusal that a person can act on is never a fault. */
export const FAULT_CODES = [
  "config.invalid",
  "data-dir.locked",
  "data-dir.unusable",
  "port.taken",
  "database.unreachable",
  "database.newer",
  "database.busy",
  "database.mode",
  "database.key",
  "channel.refused",
  "channel.blocked",
  "channel.gone",
  "channel.slow-down",
  "channel.away",
  "channel.unreachable",
  "channel.file-unsure",
  "channel.file-away",
  "channel.unknown",
  "scanner.away",
  "policy.invalid",
  "command.misused",
  "command.failed",
  "backup.refused",
] as const;

/** What failed, as operators look it up. */
export type FaultCode = (typeof FAULT_CODES)[number];

/** Something outside failed. `message` is one English sentence for the operator, with the cure where there is one. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(code: FaultCode, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Fault";
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

import type { Policy } from "#src/domain/policy.ts";
import { type Allowance, BOUNDLESS, createAllowance } from "#src/kernel/allowance.ts";
import type { Config } from "./config.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * How much one sender may send (policy: limits). The demo, which only this machine can reach and where anybody plays
 * anybody, holds nobody back.
 */
export function limitsOf(
  { demo }: Config,
  { limits }: Policy,
  monotonic: () => number,
): { readonly messages: Allowance; readonly files: Allowance } {
  if (demo) return { messages: BOUNDLESS, files: BOUNDLESS };
  return {
    messages: createAllowance({ most: limits.messages_per_minute, perMs: MINUTE_MS }, monotonic),
    files: createAllowance({ most: limits.files_per_hour, perMs: HOUR_MS }, monotonic),
  };
}

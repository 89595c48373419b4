import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { backoffMs } from "#src/kernel/backoff.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";
import type { Hearing } from "./hearing.ts";
import { createIntake } from "./intake.ts";
import { ALLOWED_UPDATES, removeWebhook } from "./set-up.ts";
import type { Take } from "./take.ts";

/** Whom polling asks, where it hands on what comes, and who is told that it came. */
export type PollParts = {
  readonly client: Client;
  readonly take: Take;
  readonly hearing: Hearing;
  readonly random: () => number;
  readonly log: Log;
};

const LONG_POLL_S = 25;
// A connection that died without a word is noticed by this: a live one answers after the long poll at the latest.
const STALLED_MS = (LONG_POLL_S + 10) * 1000;
const LONGEST_PAUSE_MS = 30_000;
// A server of one's own that answers "nothing" at once, in place of waiting, is not asked again and again without end.
const IMPATIENT_MS = 1_000;
const BREATH_MS = 250;

/**
 * Polls until the signal. Telegram forgets an update as soon as a higher offset is asked for: the offset moves only
 * over updates that were taken in, so that a crash or a failed commit brings the rest again. While something is still
 * under way (a slow file) the same updates come again at once, with what others have said since.
 */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  const intake = createIntake(parts, signal);
  let failures = 0;
  while (!signal.aborted) {
    try {
      const began = performance.now();
      const asked = intake.offset();
      const updates = await fetchUpdates(parts.client, asked, LONG_POLL_S, signal);
      failures = 0;
      parts.hearing.well();
      intake.offer(updates, asked);
      const wait = breath(updates.length > 0, performance.now() - began, signal);
      await Promise.race([intake.settled(), wait]);
      const isBehind = updates.some((one) => one.update_id >= intake.offset());
      if (isBehind || updates.length === 0) await wait;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      await recover(parts, error, failures, signal);
    }
  }
  await intake.settled();
  await confirm(parts, intake.offset());
}

// How long is waited at most before the next question.
const breath = (any: boolean, tookMs: number, signal: AbortSignal): Promise<void> =>
  any || tookMs < IMPATIENT_MS ? pause(BREATH_MS, signal) : Promise.resolve();

async function recover(
  parts: PollParts,
  error: unknown,
  failures: number,
  signal: AbortSignal,
): Promise<void> {
  const fault = toFault(error);
  if (isPowerOfTen(failures)) parts.log.warn("telegram.poll-failed", { failures, ...errorFacts(fault) });
  await pause(fault.retryAfterMs ?? retryMs(parts, failures), signal);
  // Somebody has set a webhook since: another tool, or a trial of the other mode. Whoever polls hears nothing by it.
  if (isWebhookInTheWay(error)) await removeWebhook(parts, signal);
}

const isPowerOfTen = (count: number): boolean => Number.isInteger(Math.log10(count));

const isWebhookInTheWay = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 409 && /webhook/iu.test(error.description);

const retryMs = ({ random }: PollParts, failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, backoffMs(failures, random()));

async function fetchUpdates(
  client: Client,
  offset: number,
  timeout: number,
  signal: AbortSignal,
): Promise<Update[]> {
  const whole = AbortSignal.any([signal, AbortSignal.timeout(STALLED_MS)]);
  return client.api(whole).getUpdates({ offset, timeout, limit: 100, allowed_updates: ALLOWED_UPDATES });
}

const CONFIRM_MS = 2_000;

// A calm stop confirms what was taken in, so that the next start is not told it again.
async function confirm({ client, log }: PollParts, offset: number): Promise<void> {
  if (offset === 0) return;
  await client
    .api(AbortSignal.timeout(CONFIRM_MS))
    .getUpdates({ offset, timeout: 0, limit: 1 })
    .catch((error: unknown) => log.warn("telegram.not-confirmed", errorFacts(toFault(error))));
}

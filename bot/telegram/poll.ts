import type { Update } from "grammy/types";
import { backoffMs } from "#src/kernel/backoff.ts";
import type { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";
import { pause } from "#src/kernel/pause.ts";

/** What polling works with. */
export type PollParts = {
  readonly client: Client;
  readonly take: (update: Update) => Promise<void>;
  readonly random: () => number;
  readonly log: Log;
};

export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query"] as const;

const LONG_POLL_S = 25;
// A connection that died without a word is noticed by this: a live one answers after the long poll at the latest.
const STALLED_MS = (LONG_POLL_S + 10) * 1000;
const LONGEST_PAUSE_MS = 30_000;
// A server of one's own that answers "nothing" at once, in place of waiting, is not asked again and again without end.
const IMPATIENT_MS = 1_000;
const BREATH_MS = 250;

/**
 * Polls until the signal. Telegram forgets an update as soon as a higher offset is asked for: the offset moves only
 * over updates that were taken in, so that a crash or a failed commit brings the rest again.
 */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const began = performance.now();
      const updates = await fetchUpdates(parts.client, offset, LONG_POLL_S, signal);
      const next = await takeAll(parts, updates);
      const failed = updates.some((one) => one.update_id >= next);
      offset = updates.length === 0 ? offset : next;
      failures = failed ? failures + 1 : 0;
      if (failed) await pause(retryMs(parts, failures), signal);
      else if (updates.length === 0 && performance.now() - began < IMPATIENT_MS)
        await pause(BREATH_MS, signal);
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const fault = toFault(error);
      if (failures === 1) parts.log.warn("telegram.poll-failed", { ...errorFacts(fault) });
      await pause(retryMs(parts, failures, fault), signal);
    }
  }
  await confirm(parts, offset);
}

async function fetchUpdates(
  client: Client,
  offset: number,
  timeout: number,
  signal: AbortSignal,
): Promise<Update[]> {
  const whole = AbortSignal.any([signal, AbortSignal.timeout(STALLED_MS)]);
  return client.api(whole).getUpdates({ offset, timeout, limit: 100, allowed_updates: ALLOWED_UPDATES });
}

const retryMs = ({ random }: PollParts, failures: number, fault?: Fault): number =>
  fault?.retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, backoffMs(failures, random()));

/**
 * Takes a batch in: side by side for different people, in order for one person. Returns the offset that confirms
 * exactly the run of updates that were taken in without a gap.
 */
async function takeAll(parts: PollParts, updates: readonly Update[]): Promise<number> {
  const failed = new Set<number>();
  const runs = Map.groupBy(updates, personOf);
  await Promise.all(
    [...runs.values()].map(async (run) => {
      for (const [index, update] of run.entries()) {
        const error = await parts.take(update).then(
          () => null,
          (cause: unknown) => ({ cause }),
        );
        if (error === null) continue;
        parts.log.warn("telegram.not-taken", { updateId: update.update_id, ...errorFacts(error.cause) });
        for (const left of run.slice(index)) failed.add(left.update_id);
        return;
      }
    }),
  );
  const ids = updates.map((one) => one.update_id);
  return failed.size > 0 ? Math.min(...failed) : Math.max(...ids, -1) + 1;
}

const personOf = (update: Update): number =>
  update.message?.from?.id ?? update.edited_message?.from?.id ?? update.callback_query?.from.id ?? 0;

const CONFIRM_MS = 2_000;

// A calm stop confirms what was taken in, so that the next start is not told it again.
async function confirm({ client, log }: PollParts, offset: number): Promise<void> {
  if (offset === 0) return;
  await client
    .api(AbortSignal.timeout(CONFIRM_MS))
    .getUpdates({ offset, timeout: 0, limit: 1 })
    .catch((error: unknown) => log.warn("telegram.not-confirmed", errorFacts(toFault(error))));
}

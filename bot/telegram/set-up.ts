import type { Api } from "grammy";
import { backoffMs } from "#src/kernel/backoff.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import { TELEGRAM_MENU } from "#src/text/telegram-menu.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";

export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query"] as const;

/** The bot that is set up. */
export type SetUpParts = { readonly client: Client; readonly random: () => number; readonly log: Log };

/** One call of the setting up; none carries a file. */
export const CALL_MS = 15_000;
const LONGEST_PAUSE_MS = 30_000;

/** Makes polling possible again after a webhook was set; what waits stays. */
export const removeWebhook = (parts: SetUpParts, signal: AbortSignal): Promise<void> =>
  untilDone(parts, signal, (api) => api.deleteWebhook({ drop_pending_updates: false }));

/** Shows the menu of commands. Without it the bot works as well, so that one failure is enough to go on. */
export async function announceMenu({ client, log }: SetUpParts, signal: AbortSignal): Promise<void> {
  const commands = Object.entries(TELEGRAM_MENU).map(([command, [, description]]) => ({
    command,
    description,
  }));
  await client
    .api(AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]))
    .setMyCommands(commands)
    .catch((error: unknown) => log.warn("telegram.no-menu", errorFacts(toFault(error))));
}

/** Makes a call until it succeeds, with pauses that grow, or until the signal. */
export async function untilDone(
  { client, random, log }: SetUpParts,
  signal: AbortSignal,
  work: (api: Api) => Promise<unknown>,
): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    try {
      await work(client.api(AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)])));
      return;
    } catch (error) {
      failures += 1;
      const fault = toFault(error);
      if (failures === 1) log.warn("telegram.set-up-failed", errorFacts(fault));
      await pause(fault.retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, backoffMs(failures, random())), signal);
    }
  }
}

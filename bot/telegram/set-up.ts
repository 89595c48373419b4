import type { Api } from "grammy";
import { backoffMs } from "#src/kernel/backoff.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { TELEGRAM_MENU } from "#src/text/telegram-menu.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";
import type { Hearing } from "./hearing.ts";
import { pause } from "#src/kernel/pause.ts";

export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query"] as const;

type SetUpParts = { readonly client: Client; readonly random: () => number; readonly log: Log };

const CALL_MS = 15_000;
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

/** Where Telegram is to deliver. */
export type Hook = {
  readonly url: string;
  readonly secret: string;
  /** How often Telegram is asked whether it still knows, in milliseconds. */
  readonly lookMs: number;
};

/**
 * Tells Telegram where to deliver, until it has heard, and again whenever it has forgotten: a process of the other mode,
 * or another tool, may have taken the webhook away. Every replica says the same. Ends with the signal.
 */
export async function keepWebhook(parts: HookParts, hook: Hook, signal: AbortSignal): Promise<void> {
  await announceWebhook(parts, hook, signal);
  await announceMenu(parts, signal);
  for (let failedAt: number | undefined; !signal.aborted;) {
    await pause(hook.lookMs, signal);
    if (!signal.aborted) failedAt = await look(parts, hook, failedAt, signal);
  }
}

type HookParts = SetUpParts & { readonly hearing: Hearing };

const announceWebhook = (parts: SetUpParts, { url, secret }: Hook, signal: AbortSignal): Promise<void> =>
  untilDone(parts, signal, (api) =>
    api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }),
  );

// When a delivery last failed, as far as Telegram says; with what waits, a new failure means that nothing arrives.
async function look(
  parts: HookParts,
  hook: Hook,
  before: number | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { client, hearing, log } = parts;
  try {
    const api = client.api(AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]));
    const { url, pending_update_count: pending, last_error_date: failedAt } = await api.getWebhookInfo();
    hearing.waits(pending);
    if (url !== hook.url) {
      log.warn("telegram.webhook-gone");
      await announceWebhook(parts, hook, signal);
    }
    if (pending === 0 || failedAt === before) hearing.well();
    return failedAt;
  } catch (error) {
    if (!signal.aborted) log.warn("telegram.webhook-not-looked-at", errorFacts(toFault(error)));
    return before;
  }
}

async function untilDone(
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

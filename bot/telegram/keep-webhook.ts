import { errorFacts } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import { toFault } from "./faults.ts";
import type { Hearing } from "./hearing.ts";
import { ALLOWED_UPDATES, announceMenu, CALL_MS, type SetUpParts, untilDone } from "./set-up.ts";

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

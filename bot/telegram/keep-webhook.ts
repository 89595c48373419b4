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
  for (let before: Look | null = null; !signal.aborted;) {
    await pause(hook.lookMs, signal);
    if (!signal.aborted) before = await look(parts, hook, before, signal);
  }
}

/** When a delivery had last failed, as far as Telegram says: at the last look, and when nothing waited there last. */
type Look = { readonly failedAt?: number | undefined; readonly whenEmpty?: number | undefined };

type HookParts = SetUpParts & { readonly hearing: Hearing };

const announceWebhook = (parts: SetUpParts, { url, secret }: Hook, signal: AbortSignal): Promise<void> =>
  untilDone(parts, signal, (api) =>
    api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }),
  );

// Where something waits and a delivery has failed since nothing did, nothing arrives, however seldom it is tried.
async function look(
  parts: HookParts,
  hook: Hook,
  before: Look | null,
  signal: AbortSignal,
): Promise<Look | null> {
  const { client, hearing, log } = parts;
  try {
    const api = client.api(AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]));
    const { url, pending_update_count: pending, last_error_date: failedAt } = await api.getWebhookInfo();
    hearing.waits(pending);
    if (url !== hook.url) {
      log.warn("telegram.webhook-gone");
      await announceWebhook(parts, hook, signal);
    }
    if (before !== null && failedAt !== undefined && failedAt !== before.failedAt) {
      hearing.failed();
      log.warn("telegram.webhook-failed", { pending });
    }
    // A webhook that was set anew, by another process as well, has no failures any more.
    const whenEmpty = pending === 0 || failedAt === undefined ? failedAt : before?.whenEmpty;
    if (failedAt === whenEmpty) hearing.well();
    return { failedAt, whenEmpty };
  } catch (error) {
    if (!signal.aborted) log.warn("telegram.webhook-not-looked-at", errorFacts(toFault(error)));
    return before;
  }
}

import { Fault } from "#src/kernel/fault.ts";

/** Nothing left for WeChat: what was to be said surely did not arrive. */
export const away = (cause: unknown): Fault =>
  new Fault("channel.away", "WeChat cannot be reached: nothing left for it.", { cause });

/** Nobody knows whether it arrived. */
export const unreachable = (cause: unknown): Fault =>
  new Fault("channel.unreachable", "WeChat did not answer.", { cause });

/** Until somebody logs in nothing can be said. */
export const loggedOut = (cause?: unknown): Fault =>
  new Fault("channel.slow-down", "WeChat is not logged in.", { retryAfterMs: LOGGED_OUT_WAIT_MS, cause });

const LOGGED_OUT_WAIT_MS = 15_000;

// What puppets say when the other side has deleted or blocked the account, in the words of those that are in use.
const BLOCKED = /not (?:your )?friend|\bblocked\b|\bdeleted\b|拒收|不是.*(?:好友|朋友)/iu;
// What the way to the provider says of itself: connect ECONNREFUSED, 14 UNAVAILABLE, REFUSED_STREAM.
const NO_WAY = /\bE[A-Z]{4,}\b|UNAVAILABLE|_STREAM|DEADLINE|socket|certificate/u;
// What it says where it never came about; a call that was cut off later may have arrived.
const NOTHING_LEFT = new RegExp(
  [
    String.raw`\b(?:connect|getaddrinfo) E`,
    "ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(?:HOST|NET)(?:UNREACH|DOWN)|EADDRNOTAVAIL|E[MN]FILE",
    "certificate|No connection established|Name resolution failed",
  ].join("|"),
  "u",
);
const LOGGED_OUT = /not logged ?in|no(?:t)? login|logout/iu;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What went wrong with a call to a puppet, in the channel's own terms; puppets have nothing but words for it. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const words = wordsOf(error);
  if (LOGGED_OUT.test(words)) return loggedOut(error);
  if (!isOfTheWay(error) && BLOCKED.test(words))
    return new Fault("channel.blocked", "The person blocked the account.", { cause: error });
  return NOTHING_LEFT.test(words) ? away(error) : unreachable(error);
}

/** Whether it was the way to WeChat that failed, which says nothing about the person. */
export const isOfTheWay = (error: unknown): boolean => NO_WAY.test(wordsOf(error));

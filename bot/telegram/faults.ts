import { GrammyError, HttpError } from "grammy";
import { Fault } from "#src/kernel/fault.ts";

/**
 * What went wrong with a call, in the channel's own terms. Telegram's clear no (blocked, refused, slow down) means the
 * message surely did not arrive; a lost answer or a fault on its side means that nobody knows.
 */
export function toFault(error: unknown, signal?: AbortSignal): Fault {
  if (error instanceof Fault) return error;
  if (!(error instanceof GrammyError)) return noAnswer(error, signal);
  const { error_code: status, description, parameters } = error;
  if (status === 429)
    return slowDown("Telegram asks to slow down.", (parameters.retry_after ?? 1) * 1000, error);
  if (status === 401 || status === 404)
    return slowDown("Telegram does not know the token: check TELEGRAM_TOKEN.", TOKEN_WAIT_MS, error);
  if (status === 403 || GONE.test(description))
    return new Fault("channel.blocked", "The person blocked the bot or is gone.", { cause: error });
  if (parameters.migrate_to_chat_id !== undefined)
    return new Fault("channel.blocked", "The chat has become a group.", { cause: error });
  if (status >= 500)
    return new Fault("channel.unreachable", `Telegram answered ${status}.`, { cause: error });
  return new Fault("channel.refused", `Telegram refused a message (${status}).`, { cause: error });
}

function noAnswer(error: unknown, signal?: AbortSignal): Fault {
  if (signal?.aborted === true)
    return new Fault("channel.unreachable", "Telegram did not answer in time.", { cause: signal.reason });
  return neverLeft(error)
    ? new Fault("channel.away", "Telegram cannot be reached.", { cause: error })
    : new Fault("channel.unreachable", "Telegram did not answer.", { cause: error });
}

// Calls on the way there: where one of them failed no connection was made, so that nothing can have arrived.
const WAY_THERE = new Set(["connect", "getaddrinfo", "socket", "bind"]);
const NO_WAY = new Set([
  ..."ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN EADDRNOTAVAIL EMFILE ENFILE".split(
    " ",
  ),
  "UND_ERR_CONNECT_TIMEOUT",
]);
// Whoever does not trust a certificate has said nothing yet.
const NO_TRUST = /^(?:ERR_TLS_CERT_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/u;

function neverLeft(error: unknown): boolean {
  if (error instanceof HttpError) return neverLeft(error.error);
  if (!(error instanceof Error)) return false;
  // Several addresses were tried; one that may have been reached is enough for a doubt.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverLeft);
  if ("syscall" in error && typeof error.syscall === "string" && WAY_THERE.has(error.syscall)) return true;
  if (
    "code" in error &&
    typeof error.code === "string" &&
    (NO_WAY.has(error.code) || NO_TRUST.test(error.code))
  )
    return true;
  return neverLeft(error.cause);
}

// A wrong token is the operator's to mend: the message waits, it is not given up.
const TOKEN_WAIT_MS = 60_000;
const GONE = /chat not found|user is deactivated|PEER_ID_INVALID/iu;

const slowDown = (message: string, retryAfterMs: number, cause: unknown): Fault =>
  new Fault("channel.slow-down", message, { retryAfterMs, cause });

/** Where a chat of one person has moved to, when that is why Telegram refused. Ids of groups are below zero. */
export function movedTo(error: unknown): number | undefined {
  const to = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return to !== undefined && to > 0 ? to : undefined;
}

/** What stands before Telegram's servers answers so for them. */
export const GATEWAY = new Set([502, 503, 504]);

// It got through and only lost its patience: what was sent may arrive yet.
const GATEWAY_TIMEOUT = 504;

/** Whether it was answered by what stands before Telegram's servers, as a rule without having got through. */
export const isOfGateway = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code !== GATEWAY_TIMEOUT && GATEWAY.has(error.error_code);

import { LEASE_SECONDS } from "#db/queries/lease-seconds.ts";
import type { SendingMessage } from "#db/queries/outbox.ts";
import type { SendResult } from "#db/queries/send-results.ts";
import type { Vault } from "#db/vault.ts";
import { backoffMs } from "#src/kernel/backoff.ts";
import { Fault, type FaultCode } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Channel } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import type { OutgoingBody } from "./outgoing.ts";

// Words take seconds: a call that begins by then ends before its lease does, also where that cannot be extended. One
// that hesitates first may not, and is called off with the lease.
const LATEST_START_MS = LEASE_SECONDS * 1_000 - 6_000;
const MOST_ATTEMPTS = 8;
/** With the longest pause of ten minutes this is a day: so long may a network be away before a message is given up. */
const MOST_ATTEMPTS_AWAY = 150;
const AWAY = new Set<FaultCode>(["channel.unreachable", "channel.away", "channel.file-away"]);
/** A file that may have arrived is not sent more often than this: it may be large, and it may be there each time. */
const MOST_UNSURE_FILES = 3;
/** Between its tries: an outage of an evening is no reason to give a file up, and what is said meanwhile goes before it. */
const FILE_PAUSES_MS = [10 * 60_000, 3 * 3_600_000];

/** Why a network takes nothing for an account any more. */
export const TAKES_NOTHING = new Set<string>(["channel.blocked", "channel.gone"] satisfies FaultCode[]);

/** What one call to a network works with. */
export type SendParts = { readonly vault: Vault; readonly log: Log; readonly random: () => number };

/**
 * Makes the next call that a message takes and says what came of it; never throws. `claimedAt` is when the claim was
 * begun, on the clock of `performance.now()`: a process that was frozen since then makes no call any more, another has
 * the message by now. `signal` ends when the message is not ours any more.
 */
export async function send(
  { vault, log, random }: SendParts,
  channel: Channel,
  one: SendingMessage,
  claimedAt: number,
  signal: AbortSignal,
): Promise<SendResult> {
  const { id, token, key, conversation } = one;
  let hasFile = false;
  try {
    const message = toOutbound(vault, one);
    hasFile = message.attachments.length > 0;
    const lateMs = performance.now() - claimedAt;
    if (signal.aborted || lateMs > LATEST_START_MS) {
      if (!signal.aborted) log.warn("outbox.claimed-late", { outboxId: id, ms: Math.round(lateMs) });
      return { id, token, untried: true };
    }
    const call = { part: one.partsSent, mayRepeat: one.unsure > 0, signal };
    const { externalId, more = false, held = false } = await channel.send(message, call);
    return { id, token, sent: externalId, more, held };
  } catch (error) {
    log.warn("outbox.send-failed", { outboxId: id, attempts: one.attempts, ...errorFacts(error) });
    const failure = toFailure(one, error, random());
    return hasFile && "failed" in failure && !TAKES_NOTHING.has(failure.failed)
      ? { ...failure, lostFile: { key, conversation } }
      : failure;
  }
}

function toOutbound(vault: Vault, one: SendingMessage): OutboundMessage {
  const body = JSON.parse(vault.open(one.body)) as OutgoingBody;
  return {
    conversation: one.conversation,
    key: one.key,
    kind: one.kind,
    text: body.text,
    choices: body.choices,
    attachments: body.attachments ?? [],
    ...(body.number === undefined ? {} : { number: body.number }),
    ...(body.reusable === true ? { reusable: true } : {}),
  };
}

function toFailure(one: SendingMessage, error: unknown, random: number): SendResult {
  const { id, token, attempts } = one;
  const code = error instanceof Fault ? error.code : "channel.unknown";
  if (TAKES_NOTHING.has(code) || code === "channel.refused") return { id, token, failed: code };
  if (code === "channel.slow-down" && error instanceof Fault) {
    const delayMs = error.retryAfterMs ?? backoffMs(attempts, random);
    return { id, token, retry: code, delayMs, unsure: false, patience: true };
  }
  // The file was not even opened: it did not leave.
  if (code === "database.unreachable")
    return { id, token, retry: code, delayMs: backoffMs(1, random), unsure: false, patience: true };
  if (isEnough(one, code)) return { id, token, failed: code };
  const filePause = code === "channel.file-unsure" ? FILE_PAUSES_MS[one.unsure] : undefined;
  const delayMs = filePause ?? backoffMs(attempts, random);
  return { id, token, retry: code, delayMs, unsure: code !== "channel.away" };
}

function isEnough({ attempts, unsure }: SendingMessage, code: FaultCode): boolean {
  if (code === "channel.file-unsure") return unsure + 1 >= MOST_UNSURE_FILES;
  return attempts >= (AWAY.has(code) ? MOST_ATTEMPTS_AWAY : MOST_ATTEMPTS);
}

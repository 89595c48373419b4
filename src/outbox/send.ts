import { LEASE_SECONDS } from "#db/queries/inbox.ts";
import type { SendingMessage, SendResult } from "#db/queries/outbox.ts";
import type { Vault } from "#db/vault.ts";
import { backoffMs } from "#src/kernel/backoff.ts";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Channel } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { POSSIBLE_REPEAT } from "#src/text/render.ts";
import type { OutgoingBody } from "./outgoing.ts";

// A call that hangs ends before the lease does, so that two processes never wait for the same answer.
const SEND_MS = 6_000;
const LATEST_START_MS = LEASE_SECONDS * 1_000 - SEND_MS;
const MOST_ATTEMPTS = 8;
/** With the longest pause of ten minutes this is a day: so long may a network be away before a message is given up. */
const MOST_ATTEMPTS_AWAY = 150;

/** What one call to a network works with. */
export type SendParts = { readonly vault: Vault; readonly log: Log; readonly random: () => number };

/**
 * Makes one call and says what came of it; never throws. `claimedAt` is when the claim was begun, on the clock of
 * `performance.now()`: a process that was frozen since then makes no call any more, another has the message by now.
 */
export async function send(
  { vault, log, random }: SendParts,
  channel: Channel,
  one: SendingMessage,
  claimedAt: number,
  stop: AbortSignal,
): Promise<SendResult> {
  const { id, token } = one;
  try {
    const message = toOutbound(vault, one, channel);
    if (stop.aborted || performance.now() - claimedAt > LATEST_START_MS) return { id, token, untried: true };
    const answer = await channel.send(message, AbortSignal.any([stop, AbortSignal.timeout(SEND_MS)]));
    return { id, token, sent: answer.externalId };
  } catch (error) {
    log.warn("outbox.send-failed", { outboxId: id, attempts: one.attempts, ...errorFacts(error) });
    return toFailure(one, error, random());
  }
}

function toOutbound(vault: Vault, one: SendingMessage, channel: Channel): OutboundMessage {
  // A network that takes each key once has no second copy to warn of.
  const mayRepeat = one.possibleRepeat && channel.exactlyOnce !== true;
  const body = JSON.parse(vault.open(one.body)) as OutgoingBody;
  return {
    conversation: one.conversation,
    key: one.key,
    kind: one.kind,
    text: mayRepeat ? `${POSSIBLE_REPEAT}\n${body.text}` : body.text,
    choices: body.choices,
    attachments: body.attachments ?? [],
    ...(body.number === undefined ? {} : { number: body.number }),
    ...(body.reusable === true ? { reusable: true } : {}),
  };
}

function toFailure({ id, token, attempts }: SendingMessage, error: unknown, random: number): SendResult {
  const code = error instanceof Fault ? error.code : "channel.unknown";
  if (code === "channel.blocked" || code === "channel.refused") return { id, token, failed: code };
  if (code === "channel.slow-down" && error instanceof Fault) {
    const delayMs = error.retryAfterMs ?? backoffMs(attempts, random);
    return { id, token, retry: code, delayMs, unsure: false, patience: true };
  }
  const most = code === "channel.unreachable" ? MOST_ATTEMPTS_AWAY : MOST_ATTEMPTS;
  if (attempts >= most) return { id, token, failed: code };
  return { id, token, retry: code, delayMs: backoffMs(attempts, random), unsure: true };
}

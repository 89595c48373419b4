import type { Db } from "#db/client.ts";
import {
  claimOutgoing,
  expireOutgoing,
  markSendResults,
  releaseOutgoing,
  type SendingMessage,
  type SendResult,
} from "#db/queries/outbox.ts";
import type { Vault } from "#db/vault.ts";
import { backoffMs } from "#src/kernel/backoff.ts";
import type { Clock } from "#src/kernel/clock.ts";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Channel } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { POSSIBLE_REPEAT } from "#src/text/render.ts";
import type { OutgoingBody } from "./outgoing.ts";

export type Delivery = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** This process, as it is named in leases. */
  readonly holder: string;
  readonly channels: readonly Channel[];
};

const BATCH = 64;
const MOST_ATTEMPTS = 8;
// Less than the lease: a call that hangs must end before another process may take the message over.
const SEND_MS = 6_000;

/**
 * Sends what is due: claims a batch and marks it as being sent in one committed statement, makes the calls with no
 * transaction open, one at a time within a conversation, then records what came of them. Returns how many it tried.
 */
export async function deliver(delivery: Delivery, stop: AbortSignal): Promise<number> {
  const { db, holder, clock } = delivery;
  const channels = delivery.channels.map((one) => `${one.name}:${one.bot}`);
  const claimed = await db.transaction(async (tx) => {
    const now = clock();
    await expireOutgoing(tx, now);
    return claimOutgoing(tx, { holder, limit: BATCH, now, channels });
  });
  if (claimed.length === 0) return 0;
  const conversations = Map.groupBy(claimed, (one) => one.conversation);
  const sent = await Promise.all([...conversations.values()].map((run) => sendInOrder(delivery, run, stop)));
  await db.transaction(async (tx) => {
    await markSendResults(
      tx,
      sent.flatMap((one) => one.results),
      clock(),
    );
    const untried = sent.flatMap((one) => one.untried);
    if (untried.length > 0) await releaseOutgoing(tx, untried);
  });
  return claimed.length;
}

type Sent = { readonly results: readonly SendResult[]; readonly untried: readonly SendingMessage[] };

// What follows a message that must be tried again waits for it.
async function sendInOrder(
  delivery: Delivery,
  run: readonly SendingMessage[],
  stop: AbortSignal,
): Promise<Sent> {
  const results: SendResult[] = [];
  for (const [index, one] of run.entries()) {
    const result = stop.aborted ? undefined : await send(delivery, one, stop);
    if (result !== undefined) results.push(result);
    if (result === undefined || "retry" in result)
      return { results, untried: run.slice(result === undefined ? index : index + 1) };
  }
  return { results, untried: [] };
}

async function send(delivery: Delivery, one: SendingMessage, stop: AbortSignal): Promise<SendResult> {
  const { id, token } = one;
  const channel = delivery.channels.find((each) => each.name === one.channel && each.bot === one.bot);
  if (channel === undefined) return { id, token, retry: "no channel", delayMs: 60_000, unsure: false };
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(SEND_MS)]);
    const answer = await channel.send(toOutbound(delivery.vault, one), signal);
    return { id, token, sent: answer.externalId };
  } catch (error) {
    delivery.log.warn("outbox.send-failed", { outboxId: id, attempts: one.attempts, ...errorFacts(error) });
    return toFailure(one, error, delivery.random());
  }
}

function toOutbound(vault: Vault, one: SendingMessage): OutboundMessage {
  const body = JSON.parse(vault.open(one.body)) as OutgoingBody;
  return {
    conversation: one.conversation,
    key: one.key,
    kind: one.kind,
    text: one.possibleRepeat ? `${POSSIBLE_REPEAT}\n${body.text}` : body.text,
    choices: body.choices,
    attachments: [],
    ...(body.number === undefined ? {} : { number: body.number }),
    ...(body.reusable === true ? { reusable: true } : {}),
  };
}

function toFailure({ id, token, attempts }: SendingMessage, error: unknown, random: number): SendResult {
  const code = error instanceof Fault ? error.code : "channel.unknown";
  if (code === "channel.blocked" || code === "channel.refused") return { id, token, failed: code };
  if (code === "channel.slow-down" && error instanceof Fault) {
    const delayMs = error.retryAfterMs ?? backoffMs(attempts, random);
    return { id, token, retry: code, delayMs, unsure: false };
  }
  if (attempts >= MOST_ATTEMPTS) return { id, token, failed: code };
  return { id, token, retry: code, delayMs: backoffMs(attempts, random), unsure: true };
}

import type { Channel, SentPart } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";

/** Sends a message as the outbox does when nothing goes wrong, all of its parts in order; the last answer. */
export async function sendWhole(channel: Channel, message: OutboundMessage, ms = 5_000): Promise<SentPart> {
  for (let part = 0; ; part += 1) {
    const sent = await channel.send(message, { part, mayRepeat: false, signal: AbortSignal.timeout(ms) });
    if (sent.more !== true) return sent;
  }
}

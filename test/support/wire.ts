import type { Channel } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";

/** A network of our own: it keeps what was sent, and does what a test tells it to do with the next sends. */
export type Wire = Channel & {
  readonly sent: OutboundMessage[];
  /** Called before each send; what it throws is what the network says. */
  onSend: (message: OutboundMessage) => Promise<void>;
};

export function createWire(name = "web", bot = "demo"): Wire {
  const sent: OutboundMessage[] = [];
  const wire: Wire = {
    name,
    bot,
    sent,
    onSend: () => Promise.resolve(),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    send: async (message) => {
      await wire.onSend(message);
      sent.push(message);
      return { externalId: String(sent.length) };
    },
  };
  return wire;
}

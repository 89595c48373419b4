import type { Channel, SendCall } from "#src/message/channel.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";

/** A network of our own: it keeps what was sent, and does what a test tells it to do with the next sends. */
export type Wire = Channel & {
  readonly sent: WireMessage[];
  /** Called before each call; what it throws is what the network says. */
  onSend: (message: WireMessage) => Promise<void>;
  /** How many calls a message takes. */
  partsOf: (message: OutboundMessage) => number;
  /** It keeps everything in a mailbox until somebody comes for it. */
  held: boolean;
};

/** A message, and the call that carries a part of it. */
export type WireMessage = OutboundMessage & SendCall;

export function createWire(
  name = "web",
  bot = "demo",
  watch: (message: OutboundMessage) => void = () => undefined,
): Wire {
  const sent: WireMessage[] = [];
  const wire: Wire = {
    name,
    bot,
    sent,
    onSend: () => Promise.resolve(),
    held: false,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    partsOf: () => 1,
    send: async (message, call) => {
      await wire.onSend({ ...message, ...call });
      watch(message);
      sent.push({ ...message, ...call });
      const more = call.part + 1 < wire.partsOf(message);
      return { externalId: String(sent.length), more, ...(wire.held ? { held: true } : {}) };
    },
  };
  return wire;
}

import type { Address } from "./address.ts";
import type { InboundMessage } from "./inbound.ts";
import type { OutboundMessage } from "./outbound.ts";

/**
 * What a channel calls for every message it hears. Resolves only after the message is stored; `duplicate` if it was
 * before. With `tooMany` it was not stored: its sender sent more than one may, and has been told so in the chat.
 */
export type Accept = (message: InboundMessage) => Promise<Accepted>;
/** What became of a message at the door. */
export type Accepted = { readonly duplicate: boolean; readonly tooMany?: true };

/** Whether somebody has bound this sender and is no resident. A channel abroad takes nothing of others into its hands. */
export type Knows = (sender: Address) => Promise<boolean>;

/** How fast a network may be written to; what is left out is not limited. */
export type Pace = {
  /** Messages in any second, over all conversations. */
  readonly perSecond?: number;
  /** Least time between two messages of one conversation, in milliseconds. */
  readonly conversationMs?: number;
  /** Up to this much more, at random, in milliseconds. */
  readonly jitterMs?: number;
};

/** The one port of the product: a network that carries messages. */
export type Channel = {
  readonly name: string;
  readonly bot: string;
  /** The network's limits; absent where there are none. */
  readonly pace?: Pace;
  /** It never shows the same key twice, so that a possible repeat needs no mark. */
  readonly exactlyOnce?: true;
  /** Whether this process can send just now; what is due waits, or another process sends it. Absent: always. */
  readonly canSend?: () => boolean;
  /** Begins to hear. Resolves when it can send. */
  readonly start: () => Promise<void>;
  /** Stops hearing first, then waits for what it is doing. */
  readonly stop: () => Promise<void>;
  /**
   * Sends one message. Resolves with the network's id of it once the network has it. Throws a Fault: `channel.refused`
   * and `channel.blocked` say that it surely did not arrive; `channel.slow-down` carries the wait; with
   * `channel.unreachable` nobody knows.
   */
  readonly send: (message: OutboundMessage, signal: AbortSignal) => Promise<{ readonly externalId: string }>;
};

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

/** Whether something that was said in a conversation is still being worked on, by whatever process. */
export type IsAwaited = (conversation: Address) => Promise<boolean>;

/** How fast a network may be written to; what is left out is not limited. */
export type Pace = {
  /** Calls in any second, over all conversations. */
  readonly perSecond?: number;
  /** Least time between two calls for one conversation, in milliseconds. */
  readonly conversationMs?: number;
  /** Least time between two calls, over all conversations, in milliseconds; answers go before news. */
  readonly gapMs?: number;
  /** Up to this much more than either of the two, at random, in milliseconds. */
  readonly jitterMs?: number;
  /** Calls in any hour, from whatever process: a quarter of them at once, the rest evenly; some are kept for answers. */
  readonly perHour?: number;
};

/** The one port of the product: a network that carries messages. */
export type Channel = {
  readonly name: string;
  readonly bot: string;
  /** The network's limits; absent where there are none. */
  readonly pace?: Pace;
  /** Whether this process can send just now; what is due waits, or another process sends it. Absent: always. */
  readonly canSend?: () => boolean;
  /** Begins to hear. Resolves when it can send. */
  readonly start: () => Promise<void>;
  /** Stops hearing first, then waits for what it is doing. It can still send. */
  readonly stop: () => Promise<void>;
  /** After `stop` and the last answer: gives up what sending needs, such as a log-in. Absent where it needs nothing. */
  readonly leave?: () => Promise<void>;
  /**
   * Makes the one call that sends this part of a message, and resolves once the network has it. Throws a Fault:
   * `channel.refused`, `channel.blocked` and `channel.gone` (nobody has this address any more) say that it surely did
   * not arrive, as does `channel.away`, which is worth another try; `channel.slow-down` carries the wait; with `channel.unreachable` nobody knows, and with
   * `channel.file-unsure` nobody knows of a file; `channel.file-away` says of a file that it hardly can have arrived,
   * and is worth many tries.
   */
  readonly send: (message: OutboundMessage, call: SendCall) => Promise<SentPart>;
};

/** One call to a network. */
export type SendCall = {
  /** Which of the calls that the message takes this is, from 0. */
  readonly part: number;
  /** An earlier call for this part gave no answer: what is shown twice says that it may be a repeat. */
  readonly mayRepeat: boolean;
  /** Ends when the message is not this process's to send any more. How long a call may take is the channel's to know. */
  readonly signal: AbortSignal;
};

/** What a network answered. */
export type SentPart = {
  /** The network's id of it. */
  readonly externalId: string;
  /** The message has further parts. */
  readonly more?: boolean;
  /** It lies in a mailbox, and has not arrived before somebody comes for it. */
  readonly held?: true;
};

import type { Address } from "#src/message/address.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Choice, OutboundMessage } from "#src/message/outbound.ts";

/** A message as the browser reads it. */
export type MailboxEntry = {
  readonly seq: number;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly attachments: readonly AttachmentRef[];
  readonly kind: string;
  readonly number?: string;
  /** A menu, whose choices may be tapped again. */
  readonly reusable?: true;
  readonly at: string;
};

/** What a browser reads from: numbered from 1 in each conversation, only ever added to. */
export type Mailbox = {
  /** Adds a message and returns its number; one that is there already (same key) keeps the number it has. */
  readonly append: (message: OutboundMessage) => Promise<number>;
  /** What comes after a number. Whoever asks so has read up to it: that has arrived. */
  readonly list: (conversation: Address, after: number, limit: number) => Promise<readonly MailboxEntry[]>;
  /** Resolves when the conversation has something after a number, or when the time is up. */
  readonly wait: (conversation: Address, after: number, ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * The key under which a browser keeps its own words there: 256 bits in base64. It is made anew at every request and
   * kept nowhere, so that nothing can be read once the session has ended, nor after a change of the field key.
   */
  readonly keyOf: (conversation: Address) => string;
};

/** Somebody to play in the demo. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly org: string;
};

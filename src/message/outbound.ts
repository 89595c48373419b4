import type { Address } from "./address.ts";
import type { AttachmentRef } from "./inbound.ts";

/** Something to tap. Its id is random and works once, in its own conversation. */
export type Choice = { readonly id: string; readonly label: string };

/** One message to one conversation, as text that any channel can show. */
export type OutboundMessage = {
  readonly conversation: Address;
  /** Stable across retries: a channel that can recognise a repeat uses it. */
  readonly key: string;
  /** The kind of the Reply it was rendered from. */
  readonly kind: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Its choices may be tapped again and again: a menu. */
  readonly reusable?: true;
  readonly attachments: readonly AttachmentRef[];
  /** The number people say to each other (履-2026-00123), where the message is about one. */
  readonly number?: string;
};

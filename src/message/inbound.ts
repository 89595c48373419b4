import type { Address } from "./address.ts";

/** A file that came with a message or goes out with one. */
export type AttachmentRef = { readonly id: string; readonly name: string; readonly type: string };

/** What a network told us, neutral and whole. Stored before it is acknowledged. */
export type InboundMessage = {
  readonly channel: string;
  /** Which of several bots of this channel. */
  readonly bot: string;
  /** The network's id of this delivery; the same id again is the same message, whatever it says. */
  readonly externalId: string;
  readonly conversation: Address;
  readonly sender: Address;
  /** When the network says it was sent; the server's own time where the network cannot be believed. */
  readonly sentAt: Date;
  /** The network's id of what was written, the same again when its writer changes it; absent where nothing is changed. */
  readonly networkId?: string;
  readonly body: InboundBody;
};

/** What the program cannot read; `too-many` stands for all that somebody sent beyond his measure. */
export type Unreadable = "voice" | "sticker" | "location" | "card" | "file" | "other" | "too-many";

/** What was said: words, a tapped choice, or something the program cannot read (named so that the answer can help). */
export type InboundBody =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly attachments: readonly AttachmentRef[];
      /** The writer changed an earlier message (same network id) into this. */
      readonly edited?: true;
    }
  | { readonly kind: "choice"; readonly choice: string }
  | { readonly kind: "unreadable"; readonly what: Unreadable };

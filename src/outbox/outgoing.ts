import type { Morning } from "#src/domain/reminder-policy.ts";
import type { Address } from "#src/message/address.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Reply } from "#src/text/reply.ts";

/** Something to say to one conversation, at once or later. */
export type Outgoing = {
  readonly conversation: Address;
  /** What makes it one message: the same key is never written twice. */
  readonly key: string;
  readonly reply: Reply;
  readonly dueAt: Date;
  /** The township that its reader looks after: examples are of there. */
  readonly home?: string;
  /** The morning in which others hear of what an answer given at night says. */
  readonly morning?: Morning | null;
  /** After this it would be no use any more. */
  readonly expiresAt?: Date;
  /** The schedule it comes from; absent for answers. */
  readonly schedule?: string;
  /** Nobody asked for it, and it is no matter of danger: never in the quiet hours. */
  readonly unasked?: true;
  /** Why it is never to be sent; it is written down and accounted for all the same. */
  readonly suppressed?: string;
};

/** The sealed body of an outbox row. */
export type OutgoingBody = {
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly number?: string;
  readonly attachments?: readonly AttachmentRef[];
  readonly reusable?: true;
};

import type { DatabaseAddress } from "#db/client.ts";

/** The bench's own network, as its parts name it. */
export const CHANNEL = "bench";
export const BOT = "1";

/** What a service of the bench is started with. */
export type ChildSettings = {
  readonly database: DatabaseAddress;
  /** Where it sends to. */
  readonly network: string;
  /** Where it listens. */
  readonly port: number;
  readonly holder: string;
  readonly logLevel: string;
  /** Where the network is Telegram: its bot, and how it is heard. */
  readonly telegram?: { readonly token: string; readonly hears: "polling" | "webhook" };
};

/** One delivery of a message to the service: the same id again is the same message. */
export type Delivered = {
  readonly id: string;
  readonly conversation: string;
  readonly text?: string;
  readonly choice?: string;
};

/** One message as the network got it from the service. */
export type Sent = {
  readonly key: string;
  readonly conversation: string;
  readonly kind: string;
  readonly text: string;
  readonly number?: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Milliseconds on the bench's clock. */
  readonly at: number;
};

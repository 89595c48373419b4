import type { Address } from "./address.ts";
import type { AttachmentRef } from "./inbound.ts";

/** A file with its bytes. */
export type StoredFile = AttachmentRef & { readonly size: number; readonly bytes: Buffer };

/** A file as messages name it. */
export type KeptFile = AttachmentRef & { readonly size: number };

/** Where the files of conversations are kept. */
export type FileStore = {
  /** Keeps a file, unless its owner has sent more than one may or a scanner found something in it. Under the same `key` an owner's file is kept once. */
  readonly save: (
    owner: Address,
    file: { name: string; type: string; bytes: Buffer },
    key?: string,
  ) => Promise<KeptFile | "too-many" | "infected">;
  /** What was kept under this key before: a delivery that comes again brings nothing new. */
  readonly kept: (owner: Address, key: string) => Promise<KeptFile | undefined>;
  /** Nothing for anybody but the sender or receiver. */
  readonly find: (id: string, reader: Address) => Promise<StoredFile | undefined>;
  /** The same, and what lies with a record or an opinion also for whoever filed that and the staff who look after it. */
  readonly show: (id: string, reader: Address) => Promise<StoredFile | undefined>;
};

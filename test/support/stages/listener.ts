import { randomUUID } from "node:crypto";
import type { Accept } from "#src/message/channel.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";

/** The house as a channel meets it: a door in that keeps what it hears, and a place for files. */
export type Listener = {
  readonly accept: Accept;
  readonly accepted: InboundMessage[];
  readonly files: FileStore;
  /** Keeps a file that the house itself has to send. */
  readonly keepFor: (owner: string, file: { name: string; type: string; bytes: Buffer }) => StoredFile;
  onAccept: (message: InboundMessage) => void;
};

export function createListener(): Listener {
  const accepted: InboundMessage[] = [];
  const kept = new Map<string, StoredFile & { readonly owner: string }>();
  const keys = new Map<string, StoredFile>();
  const listener: Listener = {
    accepted,
    onAccept: () => undefined,
    accept: async (message) => {
      await Promise.resolve();
      listener.onAccept(message);
      const duplicate = accepted.some((one) => one.externalId === message.externalId);
      accepted.push(message);
      return { duplicate };
    },
    keepFor: (owner, file) => {
      const stored = { id: randomUUID(), size: file.bytes.length, owner, ...file };
      kept.set(stored.id, stored);
      return stored;
    },
    files: {
      save: (owner, file, key) => {
        const stored = listener.keepFor(owner, file);
        if (key !== undefined) keys.set(`${owner} ${key}`, stored);
        return Promise.resolve(stored);
      },
      kept: (owner, key) => Promise.resolve(keys.get(`${owner} ${key}`)),
      find: (id, reader) => {
        const file = kept.get(id);
        return Promise.resolve(file?.owner === reader ? file : undefined);
      },
      show: (id, reader) => listener.files.find(id, reader),
    },
  };
  return listener;
}

import { EventEmitter, once } from "node:events";
import type { Mailbox, MailboxEntry } from "#bot/web/ports.ts";

/** A mailbox in memory, of one conversation. */
export function createMemoryMailbox(): Mailbox & { readonly entries: MailboxEntry[] } {
  const entries: MailboxEntry[] = [];
  const added = new EventEmitter();
  return {
    entries,
    append: ({ text, choices, attachments, kind }) => {
      const at = new Date().toISOString();
      entries.push({ seq: entries.length + 1, text, choices, attachments, kind, at });
      added.emit("entry");
      return Promise.resolve(entries.length);
    },
    list: (_conversation, after, limit) => Promise.resolve(entries.slice(after, after + limit)),
    wait: async (_conversation, after, ms, signal) => {
      if (entries.length > after || ms === 0) return;
      const until = AbortSignal.any([signal, AbortSignal.timeout(ms)]);
      await once(added, "entry", { signal: until }).catch(() => undefined);
    },
    keyOf: () => Buffer.alloc(32).toString("base64"),
  };
}

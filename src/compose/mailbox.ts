import type { Mailbox, MailboxEntry } from "#bot/web/ports.ts";
import type { Db } from "#db/client.ts";
import {
  appendWebMessages,
  findNewMail,
  listWebMessages,
  markFetched,
  type WebMessageRow,
} from "#db/queries/web-messages.ts";
import type { Vault } from "#db/vault.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { gather } from "#src/kernel/gather.ts";
import { createReaders } from "./readers.ts";
import { type LocalClock, veilContacts } from "./veil-contacts.ts";

/** The web chat's mailbox in the database; contact data is read there again only for a while. Messages that arrive while a commit is under way share the next one. */
export function createMailbox(
  db: Db,
  vault: Vault,
  time: LocalClock,
  told: () => void,
): Mailbox & { wake: () => void } {
  const readers = createReaders((waiting) => db.transaction((tx) => findNewMail(tx, waiting)));
  const append = gather<WebMessageRow, number>(async (rows) => {
    const seqs = await db.transaction((tx) => appendWebMessages(tx, rows, time.clock()));
    told();
    return ({ key }) => seqs.get(key) ?? 0;
  });

  return {
    append: (message) => append(toRow(vault, message)),
    list: (conversation, after, limit) =>
      db.transaction(async (tx) => {
        if (after > 0) await markFetched(tx, conversation, after, time.clock());
        const rows = await listWebMessages(tx, conversation, after, limit);
        const entries = rows.map(({ seq, kind, body, at }) => ({
          seq,
          kind,
          at: at.toISOString(),
          ...(JSON.parse(vault.open(body)) as Omit<MailboxEntry, "seq" | "kind" | "at">),
        }));
        return veilContacts(tx, time, conversation, entries);
      }),
    wait: readers.wait,
    keyOf: (conversation) =>
      Buffer.from(vault.mac(`browser ${conversation}`), "base64url").toString("base64"),
    wake: readers.look,
  };
}

function toRow(vault: Vault, { conversation, key, kind, ...body }: OutboundMessage): WebMessageRow {
  return { conversation, key, kind, body: vault.seal(JSON.stringify(body)) };
}

import type { Tx } from "#db/client.ts";
import { insertContacts } from "#db/queries/opinion-contacts.ts";
import type { Vault } from "#db/vault.ts";
import type { OpinionDraft } from "#src/domain/draft.ts";
import { redact } from "#src/domain/personal-data/redact.ts";

/**
 * Keeps the contact data that was written into opinions apart from them and sealed (Personal Information Protection
 * Law art. 51). `numbers` are those of the opinions, in the same order.
 */
export async function keepContacts(
  tx: Tx,
  vault: Vault,
  opinions: readonly OpinionDraft[],
  numbers: readonly string[],
  now: Date,
): Promise<void> {
  const rows = opinions.flatMap(({ text, place }, index) => {
    const contacts = [text, place ?? ""].flatMap((words) => redact(words).contacts);
    const number = numbers[index];
    if (contacts.length === 0 || number === undefined) return [];
    return [{ number, contact: vault.seal(JSON.stringify(contacts)) }];
  });
  await insertContacts(tx, rows, now);
}

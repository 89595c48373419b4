import type { Tx } from "#db/client.ts";
import { listContactNumbers } from "#db/queries/opinion-contacts.ts";
import { contactReader } from "./contact-reader.ts";
import type { Grant } from "./gate.ts";

/** Of these opinions, by number, those whose contact data somebody may still read, and is still there. */
export const listOpenContacts = (tx: Tx, grant: Grant, numbers: readonly string[]): Promise<string[]> =>
  listContactNumbers(tx, numbers, contactReader(grant));

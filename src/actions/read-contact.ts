import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findContact } from "#db/queries/opinion-contacts.ts";
import type { Vault } from "#db/vault.ts";
import { maskContact } from "#src/domain/personal-data/mask.ts";
import type { Contact } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ContactOutcome, ContactRefusal, ContactRequest } from "#src/domain/requests/contact.ts";
import type { World } from "#src/domain/rules.ts";
import { contactReader } from "./contact-reader.ts";
import type { Grant } from "./gate.ts";

/**
 * Shows how to reach the resident whom an opinion comes from, to staff who look after it and to the acting deputy who
 * brought it: masked, and whole after a yes. The only place where contact data is opened; each reading is in the audit.
 */
export async function readContact(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { number, whole, messageId }: ContactRequest,
  { now }: World,
): Promise<SureOutcome | ContactOutcome | ContactRefusal> {
  const actorId = grant.personId;
  const found = await findContact(tx, number, contactReader(grant));
  if (found === undefined) return "contact-unknown";
  if (found.contact === null) return "contact-none";
  const contacts = JSON.parse(vault.open(found.contact)) as readonly Contact[];
  const action = whole ? "contact.read" : "contact.look";
  await insertAudit(tx, [{ at: now, actorId, action, subject: "opinion", subjectId: found.id }]);
  if (whole) return { of: "contact.shown", number, contacts };
  return {
    of: "sure",
    card: `c${messageId}`,
    request: { do: "contact.read", number, whole: true, messageId },
    question: { kind: "sure.contact", number, contacts: contacts.map(maskContact) },
  };
}

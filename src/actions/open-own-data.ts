import type { Vault } from "#db/vault.ts";
import type { OwnData } from "#src/domain/own-data.ts";
import type { Contact } from "#src/domain/personal-data/redact.ts";
import type { InboundBody } from "#src/message/inbound.ts";

/** All that is stored about somebody with what was sealed opened, for a copy in that person's own hands. Pure. */
export function openOwnData(vault: Vault, rows: OwnData): OwnData {
  const open = <T>(sealed: T): T | string =>
    typeof sealed === "string" ? vault.open(Buffer.from(sealed, "base64")) : sealed;
  return {
    ...rows,
    person: rows.person.map((one) => ({ ...one, phone: open(one.phone) })),
    changes: rows.changes.map((one) => ({ ...one, reason: open(one.reason) })),
    absences: rows.absences.map((one) => ({ ...one, objection: open(one.objection) })),
    leaves: rows.leaves.map((one) => ({ ...one, note: open(one.note) })),
    submissions: rows.submissions.map((one) => ({ ...one, text: open(one.text) })),
    contacts: rows.contacts.map((one) => ({ ...one, contact: contactWords(open(one.contact)) })),
    messages: rows.messages.flatMap((one) => said(open(one.text)).map((text) => ({ ...one, text }))),
    received: rows.received.flatMap((one) => heard(open(one.text)).map((text) => ({ ...one, text }))),
    corrections: rows.corrections.map((one) => ({ ...one, wish: open(one.wish), answer: open(one.answer) })),
  };
}

const contactWords = (contact: string | number | null): string =>
  (JSON.parse(String(contact)) as readonly Contact[]).map((one) => one.value).join(" ");

// A tap or a picture without words has none to show.
function said(body: string | number | null): string[] {
  const message = JSON.parse(String(body)) as InboundBody;
  return message.kind === "text" && message.text !== "" ? [message.text] : [];
}

function heard(body: string | number | null): string[] {
  const { text } = JSON.parse(String(body)) as { readonly text?: unknown };
  return typeof text === "string" && text !== "" ? [text] : [];
}

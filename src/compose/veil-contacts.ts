import type { MailboxEntry } from "#bot/web/ports.ts";
import type { Tx } from "#db/client.ts";
import { listOpenContacts } from "#src/actions/list-open-contacts.ts";
import { localDay } from "#src/domain/local-time.ts";
import { CONTACT_MINUTES } from "#src/domain/requests/contact.ts";
import { reopenGrant } from "#src/inbox/perform.ts";
import { identify } from "#src/identify/identify.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Address } from "#src/message/address.ts";
import { render } from "#src/text/render.ts";
import type { Reply } from "#src/text/reply.ts";

type Veiled = Extract<Reply, { kind: "contact.veiled" | "data.corrections-veiled" }>;

/** The district's own time. */
export type LocalClock = { readonly clock: Clock; readonly zone: string };

/**
 * A mailbox keeps what was said for weeks; contact data is left out of it ten minutes after it was shown, and at once
 * where whoever reads may not see it any more, or it is gone. Asked for again it is read again, and that is audited.
 */
export async function veilContacts(
  tx: Tx,
  time: LocalClock,
  conversation: Address,
  entries: readonly MailboxEntry[],
): Promise<readonly MailboxEntry[]> {
  const since = time.clock().getTime() - CONTACT_MINUTES * 60_000;
  return veilShown(
    tx,
    time,
    conversation,
    entries.map((one) => veilWishes(one, since, time.zone)),
    since,
  );
}

// What people want put right holds telephones as often as not.
function veilWishes(one: MailboxEntry, since: number, zone: string): MailboxEntry {
  return one.kind === "data.corrections" && Date.parse(one.at) <= since
    ? veil(one, { kind: "data.corrections-veiled" }, zone)
    : one;
}

async function veilShown(
  tx: Tx,
  time: LocalClock,
  conversation: Address,
  entries: readonly MailboxEntry[],
  since: number,
): Promise<readonly MailboxEntry[]> {
  const shown = entries.filter((one) => one.kind === "contact.shown");
  if (shown.length === 0) return entries;
  const numbers = shown.flatMap((one) => (Date.parse(one.at) > since ? (one.number ?? []) : []));
  const open = numbers.length === 0 ? [] : await listOpen(tx, time, conversation, numbers);
  return entries.map((one) =>
    one.kind !== "contact.shown" || (Date.parse(one.at) > since && open.includes(one.number ?? ""))
      ? one
      : veil(one, { kind: "contact.veiled", number: one.number ?? "" }, time.zone),
  );
}

async function listOpen(
  tx: Tx,
  { clock, zone }: LocalClock,
  conversation: Address,
  numbers: readonly string[],
): Promise<readonly string[]> {
  const today = localDay(clock(), zone);
  const { speaker } = (await identify(tx, [conversation], today))(conversation);
  const grant = reopenGrant(speaker, "contact.read", today);
  return typeof grant === "string" ? [] : listOpenContacts(tx, grant, numbers);
}

function veil({ seq, at, number }: MailboxEntry, reply: Veiled, zone: string): MailboxEntry {
  return {
    seq,
    at,
    kind: reply.kind,
    ...(number === undefined ? {} : { number }),
    text: render(reply, { today: localDay(new Date(at), zone) }).text,
    choices: [],
    attachments: [],
  };
}

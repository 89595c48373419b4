import type { Contact, Sayable, Wechaty } from "wechaty";
import { Fault } from "#src/kernel/fault.ts";
import { splitAddress } from "#src/message/address.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { toTexts } from "./render.ts";

/** Makes a file into what wechaty sends. */
export type Wrap = (file: StoredFile) => Sayable;

const MOST_REMEMBERED = 1_000;
const LOGGED_OUT_WAIT_MS = 15_000;

/**
 * Makes the sender. Of a message that takes several calls, those that succeeded are remembered until the last has:
 * a second attempt goes on where the first one stopped.
 */
export function createSender(current: () => { wechaty: Wechaty; wrap: Wrap } | null, files: FileStore) {
  const progress = new Map<string, number>();

  return async (message: OutboundMessage, signal: AbortSignal): Promise<{ externalId: string }> => {
    const session = current();
    if (session === null)
      throw new Fault("channel.slow-down", "WeChat is not logged in.", { retryAfterMs: LOGGED_OUT_WAIT_MS });
    const contact = await inTime(findContact(session.wechaty, message), signal);
    const parts: Sayable[] = [...toTexts(message), ...(await findFiles(files, message)).map(session.wrap)];
    let externalId = "";
    for (const [index, part] of parts.entries()) {
      if (index < (progress.get(message.key) ?? 0)) continue;
      externalId = await inTime(say(contact, part), signal);
      remember(progress, message.key, index + 1);
    }
    progress.delete(message.key);
    return { externalId };
  };
}

// wechaty finds nobody also where it could not load somebody: only whoever is on no list is gone.
async function findContact(wechaty: Wechaty, { conversation }: OutboundMessage): Promise<Contact> {
  const id = splitAddress(conversation).rest;
  const contact = await wechaty.Contact.find({ id });
  if (contact !== undefined) return contact;
  const known = await wechaty.puppet.contactList();
  throw known.length === 0 || known.includes(id)
    ? unreachable("a contact that could not be loaded")
    : new Fault("channel.blocked", "WeChat does not know this person any more.");
}

async function say(contact: Contact, part: Sayable): Promise<string> {
  const sent = await contact.say(part);
  return sent?.id ?? "";
}

async function findFiles(files: FileStore, message: OutboundMessage): Promise<StoredFile[]> {
  const found = await Promise.all(message.attachments.map(({ id }) => files.find(id, message.conversation)));
  return found.map((file) => {
    if (file === undefined) throw new Fault("channel.refused", "A file of the message is not kept any more.");
    return file;
  });
}

function remember(progress: Map<string, number>, key: string, done: number): void {
  progress.delete(key);
  progress.set(key, done);
  const [oldest] = progress.keys();
  if (progress.size > MOST_REMEMBERED && oldest !== undefined) progress.delete(oldest);
}

// wechaty's calls cannot be called off: one that is given up may still arrive, and nobody knows.
async function inTime<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(unreachable(signal.reason)), { once: true });
    if (signal.aborted) reject(unreachable(signal.reason));
  });
  try {
    return await Promise.race([call, late]);
  } catch (error) {
    throw error instanceof Fault ? error : toFault(error);
  }
}

const unreachable = (cause: unknown): Fault =>
  new Fault("channel.unreachable", "WeChat did not answer.", { cause });

// What puppets say when the other side has deleted or blocked the account, in the words of those that are in use.
const GONE = /not (?:your )?friend|\bblocked\b|\bdeleted\b|拒收|不是.*(?:好友|朋友)/iu;
// What the way to the provider says of itself: connect ECONNREFUSED, 14 UNAVAILABLE, REFUSED_STREAM.
const NO_WAY = /\bE[A-Z]{4,}\b|UNAVAILABLE|_STREAM|DEADLINE|socket/u;
const LOGGED_OUT = /not logged ?in|no(?:t)? login|logout/iu;

function toFault(error: unknown): Fault {
  const words = error instanceof Error ? error.message : String(error);
  if (LOGGED_OUT.test(words))
    return new Fault("channel.slow-down", "WeChat is not logged in.", {
      retryAfterMs: LOGGED_OUT_WAIT_MS,
      cause: error,
    });
  if (!NO_WAY.test(words) && GONE.test(words))
    return new Fault("channel.blocked", "The person blocked the account.", { cause: error });
  return unreachable(error);
}

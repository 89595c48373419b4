import type { Contact, Sayable, Wechaty } from "wechaty";
import { Fault } from "#src/kernel/fault.ts";
import { pause } from "#src/kernel/pause.ts";
import { splitAddress } from "#src/message/address.ts";
import type { SendCall, SentPart } from "#src/message/channel.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { POSSIBLE_REPEAT } from "#src/text/render.ts";
import { marked } from "../marked.ts";
import { patienceMs } from "../patience.ts";
import { toTexts } from "./render.ts";

/** Makes a file into what wechaty sends. */
export type Wrap = (file: StoredFile) => Sayable;

const LOGGED_OUT_WAIT_MS = 15_000;
const LONGEST_HESITATION_MS = 3_000;

type Session = { wechaty: Wechaty; wrap: Wrap };

/**
 * Makes the sender of parts: the texts of a message, then its files. A call may take as long as its bytes need. Nobody
 * answers in the moment he is asked: before a message there is a pause at random.
 */
export function createSender(current: () => Session | null, files: FileStore, random: () => number) {
  return async (message: OutboundMessage, { part, mayRepeat, signal }: SendCall): Promise<SentPart> => {
    if (part === 0) await hesitate(random, signal);
    const session = current();
    if (session === null)
      throw new Fault("channel.slow-down", "WeChat is not logged in.", { retryAfterMs: LOGGED_OUT_WAIT_MS });
    const texts = toTexts(message);
    const text = texts[part];
    const file = text === undefined ? await findFile(files, message, part - texts.length) : undefined;
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs(file?.bytes.length ?? 0))]);
    const contact = await until(findContact(session.wechaty, message), inTime).catch(unsaid);
    const externalId =
      file === undefined
        ? await until(say(session, contact, marked(text ?? "", mayRepeat)), inTime)
        : await sayFile(session, contact, file, mayRepeat, inTime);
    return { externalId, more: part + 1 < texts.length + message.attachments.length };
  };
}

async function hesitate(random: () => number, signal: AbortSignal): Promise<void> {
  // By the root, two seconds in the mean, and hardly ever at once.
  await pause(LONGEST_HESITATION_MS * Math.sqrt(random()), signal);
  if (signal.aborted) throw new Fault("channel.away", "The message is not this process's to send any more.");
}

// A file has no words of its own: the mark goes before it.
async function sayFile(
  session: Session,
  contact: Contact,
  file: StoredFile,
  mayRepeat: boolean,
  signal: AbortSignal,
) {
  if (mayRepeat) await until(say(session, contact, POSSIBLE_REPEAT), signal);
  return until(say(session, contact, session.wrap(file)), signal).catch((error: unknown) => {
    throw error instanceof Fault && error.code === "channel.unreachable"
      ? new Fault("channel.file-unsure", error.message, { cause: error })
      : error;
  });
}

// wechaty finds nobody also where it could not load somebody: only whoever is on no list is gone.
async function findContact(wechaty: Wechaty, { conversation }: OutboundMessage): Promise<Contact> {
  const id = splitAddress(conversation).rest;
  const contact = await wechaty.Contact.find({ id });
  if (contact !== undefined) return contact;
  throw (await isGone(wechaty, id)) ? gone() : unreachable("a contact that could not be loaded");
}

// An id of an earlier log-in is found in memory, and only a call shows that it is nobody's any more.
async function say({ wechaty }: Session, contact: Contact, part: Sayable): Promise<string> {
  try {
    const sent = await contact.say(part);
    return sent?.id ?? "";
  } catch (error) {
    throw (await isGone(wechaty, contact.id).catch(() => false)) ? gone() : error;
  }
}

async function isGone(wechaty: Wechaty, id: string): Promise<boolean> {
  const known = await wechaty.puppet.contactList();
  return known.length > 0 && !known.includes(id);
}

const gone = (): Fault => new Fault("channel.blocked", "WeChat does not know this person any more.");

async function findFile(
  files: FileStore,
  { attachments, conversation }: OutboundMessage,
  index: number,
): Promise<StoredFile> {
  const ref = attachments[index];
  const file = ref === undefined ? undefined : await files.find(ref.id, conversation);
  if (file === undefined) throw new Fault("channel.refused", "A file of the message is not kept any more.");
  return file;
}

// wechaty's calls cannot be called off: one that is given up may still arrive, and nobody knows.
async function until<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
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

// While somebody is looked up nothing is said to him.
function unsaid(error: unknown): never {
  throw error instanceof Fault && error.code === "channel.unreachable" ? away(error) : error;
}

const away = (cause: unknown): Fault =>
  new Fault("channel.away", "WeChat cannot be reached: nothing left for it.", { cause });
const unreachable = (cause: unknown): Fault =>
  new Fault("channel.unreachable", "WeChat did not answer.", { cause });

// What puppets say when the other side has deleted or blocked the account, in the words of those that are in use.
const GONE = /not (?:your )?friend|\bblocked\b|\bdeleted\b|拒收|不是.*(?:好友|朋友)/iu;
// What the way to the provider says of itself: connect ECONNREFUSED, 14 UNAVAILABLE, REFUSED_STREAM.
const NO_WAY = /\bE[A-Z]{4,}\b|UNAVAILABLE|_STREAM|DEADLINE|socket/u;
// What it says where it never came about; a call that was cut off later may have arrived.
const NOTHING_LEFT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(?:HOST|NET)UNREACH|No connection established|Name resolution failed/u;
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
  return NOTHING_LEFT.test(words) ? away(error) : unreachable(error);
}

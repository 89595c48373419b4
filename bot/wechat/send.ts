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
import { away, isOfTheWay, loggedOut, toFault, unreachable } from "./faults.ts";
import { toTexts } from "./render.ts";
import type { Roll } from "./roll.ts";

/** Makes a file into what wechaty sends. */
export type Wrap = (file: StoredFile) => Sayable;

/** The way to send, once somebody is logged in. */
export type LoggedIn = { readonly wechaty: Wechaty; readonly wrap: Wrap; readonly roll: Roll };

const LONGEST_HESITATION_MS = 3_000;

/**
 * Makes the sender of parts: the texts of a message, then its files. A call may take as long as its bytes need. Nobody
 * answers in the moment he is asked: before a message there is a pause at random, until `hurry`: a stop has no time.
 */
export function createSender(
  current: () => LoggedIn | null,
  files: FileStore,
  random: () => number,
  hurry: () => AbortSignal,
) {
  return async (message: OutboundMessage, { part, mayRepeat, signal }: SendCall): Promise<SentPart> => {
    if (part === 0) await hesitate(random, signal, hurry());
    const way = current();
    if (way === null) throw loggedOut();
    const texts = toTexts(message);
    const text = texts[part];
    const file = text === undefined ? await findFile(files, message, part - texts.length) : undefined;
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs(file?.bytes.length ?? 0))]);
    const contact = await until(findContact(way, message), inTime).catch(unsaid);
    const externalId =
      file === undefined
        ? await until(say(way, contact, marked(text ?? "", mayRepeat)), inTime)
        : await sayFile(way, contact, mayRepeat ? markedFile(file) : file, inTime);
    return { externalId, more: part + 1 < texts.length + message.attachments.length };
  };
}

async function hesitate(random: () => number, signal: AbortSignal, hurry: AbortSignal): Promise<void> {
  // By the root, two seconds in the mean, and hardly ever at once.
  await pause(LONGEST_HESITATION_MS * Math.sqrt(random()), AbortSignal.any([signal, hurry]));
  if (signal.aborted) throw new Fault("channel.away", "The message is not this process's to send any more.");
}

// A file has no words of its own, and words before it would be a call of their own, without the pause between calls: the
// mark stands before its name. Pictures, whose names WeChat does not show, are never answered with.
const markedFile = (file: StoredFile): StoredFile => ({ ...file, name: `${POSSIBLE_REPEAT}${file.name}` });

async function sayFile(
  way: LoggedIn,
  contact: Contact,
  file: StoredFile,
  signal: AbortSignal,
): Promise<string> {
  return until(say(way, contact, way.wrap(file)), signal).catch((error: unknown) => {
    throw error instanceof Fault && error.code === "channel.unreachable"
      ? new Fault("channel.file-unsure", error.message, { cause: error })
      : error;
  });
}

// wechaty finds nobody also where it could not load somebody: only whoever is on no list is gone.
async function findContact({ wechaty, roll }: LoggedIn, { conversation }: OutboundMessage): Promise<Contact> {
  const id = splitAddress(conversation).rest;
  const contact = await wechaty.Contact.find({ id });
  if (contact !== undefined) return contact;
  throw (await roll.look(id)) === "gone" ? gone() : away("a contact that could not be loaded");
}

// An id of an earlier log-in is found in memory, and only a call shows that it is nobody's any more.
async function say({ roll }: LoggedIn, contact: Contact, part: Sayable): Promise<string> {
  try {
    const sent = await contact.say(part);
    return sent?.id ?? "";
  } catch (error) {
    const standing = isOfTheWay(error) ? "listed" : await roll.look(contact.id).catch(() => "listed");
    if (standing === "gone") throw gone();
    throw standing === "missing" ? away(error) : error;
  }
}

const gone = (): Fault => new Fault("channel.gone", "WeChat does not know this person any more.");

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
    throw toFault(error);
  }
}

// While somebody is looked up nothing is said to him.
function unsaid(error: unknown): never {
  throw error instanceof Fault && error.code === "channel.unreachable" ? away(error) : error;
}

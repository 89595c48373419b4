import type { Message, Wechaty } from "wechaty";
import { backoffMs } from "#src/kernel/backoff.ts";
import { inTime } from "#src/kernel/in-time.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";

/** A message of which no more than this is known: its id, and by whom it is. */
export type Bare = { readonly id: string; readonly talker: string };

/** Who is told of what arrives. */
export type HearParts = {
  readonly heard: (message: Message) => void;
  /** A message came in a private chat that could not be had; without `bare` nobody knows whose it was. */
  readonly missed: (bare?: Bare) => void;
  readonly log: Log;
};

/** One look-up; a puppet has most of them in its memory, and a provider answers in a fraction of a second. */
const LOOK_UP_MS = 3_000;
/** With the pauses between them this is about twenty seconds: as long as a provider takes to come back. */
const MOST_TRIES = 4;

/**
 * Hands messages on, those of one person in the order of their arrival, until the signal. wechaty by itself looks each
 * one up and hands on whichever is ready first. One that cannot be looked up holds up nobody but whoever wrote it, and
 * while its writer is not known either, everybody for three seconds. One that arrives or waits when the signal comes is
 * missed. Returns what resolves when all that has arrived until then is handed on or missed.
 */
export function hearInOrder(
  wechaty: Wechaty,
  parts: HearParts,
  signal: AbortSignal,
): { readonly settled: () => Promise<void> } {
  const lines = new Map<string, Promise<void>>();
  let arrivals = Promise.resolve();

  const queue = (id: string, writer: Writer | null): void => {
    const who = writer?.id ?? id;
    const line = (lines.get(who) ?? Promise.resolve())
      .then(() => handOn(wechaty, parts, id, writer, signal))
      .finally(() => {
        if (lines.get(who) === line) lines.delete(who);
      });
    lines.set(who, line);
  };
  wechaty.on("puppet", (puppet) =>
    puppet.on("message", ({ messageId: id }) => {
      const self = puppet.isLoggedIn ? puppet.currentUserId : null;
      const writer = within(puppet.messagePayload(id), signal).then(
        (payload) => toWriter(payload, self),
        () => null,
      );
      arrivals = arrivals.then(async () => queue(id, await writer));
    }),
  );
  return {
    settled: async () => {
      await arrivals;
      await Promise.all(lines.values());
    },
  };
}

/** Who wrote a message, and whether it concerns us: it is no word of our own, nor one of a group. */
type Writer = { readonly id: string; readonly toUs: boolean };

const toWriter = ({ talkerId, roomId }: Payload, self: string | null): Writer | null =>
  talkerId === undefined ? null : { id: talkerId, toUs: roomId === undefined && talkerId !== self };

type Payload = Awaited<ReturnType<Wechaty["puppet"]["messagePayload"]>>;

const within = <T>(call: Promise<T>, signal: AbortSignal): Promise<T> =>
  inTime(call, AbortSignal.any([signal, AbortSignal.timeout(LOOK_UP_MS)]));

async function handOn(
  wechaty: Wechaty,
  { heard, missed, log }: HearParts,
  id: string,
  writer: Writer | null,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      heard(await lookUp(wechaty, id, tries === MOST_TRIES, signal));
      return;
    } catch (error) {
      log.warn("wechat.message-not-yet-had", { tries, ...errorFacts(error) });
      if (tries === MOST_TRIES) break;
      await pause(backoffMs(tries, 0), signal);
    }
  }
  log.error("wechat.message-not-had");
  if (writer?.toUs === true) missed({ id, talker: writer.id });
  // Whoever logs in next asks those who were talking during a stop.
  if (writer === null && !signal.aborted) missed();
}

// Whose words are here is heard in the end, also where nothing more about the person can be had.
async function lookUp(wechaty: Wechaty, id: string, isLast: boolean, signal: AbortSignal): Promise<Message> {
  const message = await within(wechaty.Message.find({ id }), signal);
  if (message === undefined) throw new Error("The message could not be looked up.");
  const talker = message.talker();
  if (isLast || talker.isReady()) return message;
  const person = await within(wechaty.Contact.find({ id: talker.id }), signal);
  if (person === undefined) throw new Error("The writer could not be looked up.");
  return message;
}

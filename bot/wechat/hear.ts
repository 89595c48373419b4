import type { Message, Wechaty } from "wechaty";
import { backoffMs } from "#src/kernel/backoff.ts";
import { inTime } from "#src/kernel/in-time.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";

/** What hearing works with. */
export type HearParts = {
  readonly heard: (message: Message) => void;
  /** A message came that could not be had, and nobody knows whose it was. */
  readonly missed: () => void;
  readonly log: Log;
};

/** One look-up; a puppet has most of them in its memory, and a provider answers in a fraction of a second. */
const LOOK_UP_MS = 3_000;
/** With the pauses between them this is about twenty seconds: as long as a provider takes to come back. */
const MOST_TRIES = 4;

/**
 * Hands messages on, those of one person in the order of their arrival, until the signal. wechaty by itself looks each
 * one up and hands on whichever is ready first. One that cannot be looked up holds up nobody but whoever wrote it, and
 * while its writer is not known either, everybody for three seconds. Returns what resolves when all that has arrived
 * until then is handed on.
 */
export function hearInOrder(
  wechaty: Wechaty,
  parts: HearParts,
  signal: AbortSignal,
): { readonly settled: () => Promise<void> } {
  const lines = new Map<string, Promise<void>>();
  let arrivals = Promise.resolve();

  const queue = (id: string, talker: string): void => {
    const line = (lines.get(talker) ?? Promise.resolve())
      .then(() => handOn(wechaty, parts, id, signal))
      .finally(() => {
        if (lines.get(talker) === line) lines.delete(talker);
      });
    lines.set(talker, line);
  };
  wechaty.on("puppet", (puppet) =>
    puppet.on("message", ({ messageId: id }) => {
      const talker = within(puppet.messagePayload(id), signal).then(
        (payload) => payload.talkerId ?? id,
        () => id,
      );
      arrivals = arrivals.then(async () => queue(id, await talker));
    }),
  );
  return {
    settled: async () => {
      await arrivals;
      await Promise.all(lines.values());
    },
  };
}

const within = <T>(call: Promise<T>, signal: AbortSignal): Promise<T> =>
  inTime(call, AbortSignal.any([signal, AbortSignal.timeout(LOOK_UP_MS)]));

async function handOn(
  wechaty: Wechaty,
  { heard, missed, log }: HearParts,
  id: string,
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
  // Whoever logs in next asks about what came during a stop.
  if (!signal.aborted) missed();
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

import type { Address } from "#src/message/address.ts";

/** Somebody who waits for what comes after a number in a conversation. */
export type Reader = { readonly conversation: Address; readonly after: number };

/** Those who wait for messages, and who wakes them. */
export type Readers = {
  readonly wait: (conversation: Address, after: number, ms: number, signal: AbortSignal) => Promise<void>;
  /** Something was added somewhere. */
  readonly look: () => void;
};

type Waiting = Reader & { readonly end: () => void };

const LOOK_MS = 1_000;

/**
 * Wakes exactly those whom something new concerns: one question for all who wait, however many they are, at each
 * word that something was added and once a second besides, since such a word can get lost. `find` resolves with the
 * positions of those for whom there is something.
 */
export function createReaders(find: (waiting: readonly Reader[]) => Promise<readonly number[]>): Readers {
  const waiting = new Set<Waiting>();
  let looking = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function lookUp(): Promise<void> {
    looking = true;
    do {
      again = false;
      const asked = [...waiting];
      // While the database is away nobody is woken; the next look comes within a second.
      const found = asked.length === 0 ? [] : await find(asked).catch(() => []);
      for (const at of found) asked[at]?.end();
    } while (again);
    looking = false;
  }

  const look = (): void => {
    if (looking) again = true;
    else void lookUp();
  };

  const wait: Readers["wait"] = (conversation, after, ms, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(tooLong);
        signal.removeEventListener("abort", end);
        waiting.delete(reader);
        if (waiting.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        resolve();
      };
      const reader: Waiting = { conversation, after, end };
      const tooLong = setTimeout(end, ms);
      signal.addEventListener("abort", end);
      waiting.add(reader);
      timer ??= setInterval(look, LOOK_MS);
    });

  return { wait, look };
}

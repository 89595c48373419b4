import type { Client } from "./client.ts";

/** Shows "typing…" to people whose answer takes long. */
export type Typing = {
  /** A message came: if it is not answered within a second, typing is shown. */
  readonly expect: (chat: number) => void;
  /** Something was sent: typing goes on only if there is more to come. */
  readonly answered: (chat: number) => void;
  readonly stop: () => void;
};

const AFTER_MS = 1_000;
// Telegram shows it for five seconds.
const AGAIN_MS = 4_500;
/** Work that takes longer than five minutes has said so. */
const MOST_TIMES = 66;
/** With more people waiting than this, every call is needed for answers. */
const MOST_WAITING = 20;

/**
 * Shows that something is being written, where an answer takes longer than a moment. `isAwaited` says
 * whether a chat is still to be answered: another process may have done so.
 */
export function createTyping(client: Client, isAwaited: (chat: number) => Promise<boolean>): Typing {
  const waiting = new Map<number, NodeJS.Timeout>();
  let ended = new AbortController();

  const forget = (chat: number): void => {
    clearTimeout(waiting.get(chat));
    waiting.delete(chat);
  };
  const show = async (chat: number, times: number): Promise<void> => {
    const timer = waiting.get(chat);
    const { signal } = ended;
    // Only a courtesy: whether it can be told or shown does not matter.
    const goesOn = await isAwaited(chat).catch(() => false);
    if (waiting.get(chat) !== timer) return;
    waiting.delete(chat);
    if (!goesOn || signal.aborted) return;
    client
      .api(signal)
      .sendChatAction(chat, "typing")
      .catch(() => undefined);
    if (times < MOST_TIMES) arm(chat, times, AGAIN_MS);
  };
  const arm = (chat: number, times: number, ms: number): void => {
    if (waiting.size >= MOST_WAITING) return;
    const timer = setTimeout(() => void show(chat, times + 1), ms);
    waiting.set(chat, timer.unref());
  };

  return {
    expect: (chat) => {
      if (!waiting.has(chat)) arm(chat, 0, AFTER_MS);
    },
    answered: (chat) => {
      if (!waiting.has(chat)) return;
      forget(chat);
      arm(chat, 0, AFTER_MS);
    },
    stop: () => {
      ended.abort();
      for (const chat of waiting.keys()) forget(chat);
      ended = new AbortController();
    },
  };
}

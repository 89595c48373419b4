import type { Client } from "./client.ts";

/** Shows "typing…" to people whose answer takes long. */
export type Typing = {
  /** A message came: if nothing is sent within a second, typing is shown. */
  readonly expect: (chat: number) => void;
  readonly answered: (chat: number) => void;
  readonly stop: () => void;
};

const AFTER_MS = 1_000;
// Telegram shows it for five seconds.
const AGAIN_MS = 4_500;
const MOST_TIMES = 6;
/** With more people waiting than this, every call is needed for answers. */
const MOST_WAITING = 20;

/** Makes what shows that something is being written, where an answer takes longer than a moment. */
export function createTyping(client: Client): Typing {
  const waiting = new Map<number, NodeJS.Timeout>();
  const ended = new AbortController();

  const answered = (chat: number): void => {
    clearTimeout(waiting.get(chat));
    waiting.delete(chat);
  };
  const show = (chat: number, times: number): void => {
    waiting.delete(chat);
    // Only a courtesy: whether it arrived does not matter.
    client
      .api(ended.signal)
      .sendChatAction(chat, "typing")
      .catch(() => undefined);
    if (times < MOST_TIMES) arm(chat, times, AGAIN_MS);
  };
  const arm = (chat: number, times: number, ms: number): void => {
    if (ended.signal.aborted || waiting.size >= MOST_WAITING) return;
    waiting.set(chat, setTimeout(show, ms, chat, times + 1).unref());
  };

  return {
    expect: (chat) => {
      if (!waiting.has(chat)) arm(chat, 0, AFTER_MS);
    },
    answered,
    stop: () => {
      ended.abort();
      for (const chat of waiting.keys()) answered(chat);
    },
  };
}

import type { Update } from "grammy/types";

type Poll = { readonly answer: (updates: readonly Update[] | "conflict") => void; readonly limit: number };

/**
 * The queue of updates as Telegram keeps it: an update is forgotten when a higher offset is asked for, and by nothing
 * else. A second poll ends the first with a conflict.
 */
export class UpdateQueue {
  #waiting: Update[] = [];
  #poll: Poll | null = null;
  #next: number;
  /** How often each update was handed out. */
  readonly handedOut = new Map<number, number>();

  constructor(first: number) {
    this.#next = first;
  }

  get waiting(): readonly Update[] {
    return this.#waiting;
  }

  add(content: Omit<Update, "update_id">): Update {
    const update = { update_id: this.#next, ...content };
    this.#next += 1;
    this.#waiting.push(update);
    this.#answer();
    return update;
  }

  /** Puts an update back as if it had never been confirmed. */
  again(update: Update): void {
    this.#waiting = [...this.#waiting.filter((one) => one.update_id !== update.update_id), update].sort(
      (a, b) => a.update_id - b.update_id,
    );
    this.#answer();
  }

  /** Counts one delivery of an update. */
  handOut({ update_id: id }: Update): void {
    this.handedOut.set(id, (this.handedOut.get(id) ?? 0) + 1);
  }

  forget(update: Update): void {
    this.#waiting = this.#waiting.filter((one) => one !== update);
  }

  /** Asks for updates from `offset` on. A caller who has gone takes none: what he would have been told stays. */
  poll(
    offset: number,
    limit: number,
    timeoutMs: number,
    gone: AbortSignal,
  ): Promise<readonly Update[] | "conflict"> {
    if (offset > 0) this.#waiting = this.#waiting.filter((one) => one.update_id >= offset);
    this.#poll?.answer("conflict");
    return new Promise((resolve) => {
      const timer = setTimeout(() => poll.answer([]), timeoutMs);
      const poll: Poll = {
        limit,
        answer: (updates) => {
          clearTimeout(timer);
          if (this.#poll === poll) this.#poll = null;
          resolve(updates);
        },
      };
      this.#poll = poll;
      gone.addEventListener("abort", () => poll.answer([]), { once: true });
      if (timeoutMs === 0 && this.#waiting.length === 0) poll.answer([]);
      else this.#answer();
    });
  }

  #answer(): void {
    const poll = this.#poll;
    if (poll === null || this.#waiting.length === 0) return;
    const updates = this.#waiting.slice(0, poll.limit);
    for (const update of updates) this.handOut(update);
    poll.answer(updates);
  }
}

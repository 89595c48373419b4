import type { Update } from "grammy/types";

/** The updates as they stand in line at Telegram, and how far the line is taken in without a gap. */
export type Line = {
  readonly offset: () => number;
  readonly pass: (id: number) => void;
  /** What is still to be taken in of a batch fetched from the offset `asked`; `calm` while nothing is under way. */
  readonly show: (updates: readonly Update[], asked: number, calm: boolean) => readonly Update[];
};

/** An empty line. */
export function createLine(): Line {
  const open = new Set<number>();
  const taken = new Set<number>();
  let next = 0;
  const advance = (): void => {
    next = Math.max(next, open.size > 0 ? Math.min(...open) : Math.max(-1, ...taken) + 1);
    for (const id of taken) if (id < next) taken.delete(id);
  };
  return {
    offset: () => next,
    pass: (id) => {
      open.delete(id);
      taken.add(id);
      advance();
    },
    show: (updates, asked, calm) => {
      const first = Math.min(...updates.map((one) => one.update_id));
      // After a quiet week Telegram begins its numbers anew, at random: what it shows is what it has. What is below the
      // line only because that moved while the question was under way was taken in.
      if (first < asked) {
        next = first;
        taken.clear();
      }
      // What waits for another try and is not shown again is not Telegram's to give any more.
      if (calm) open.clear();
      const fresh = updates.filter(({ update_id: id }) => id >= next && !taken.has(id));
      for (const { update_id: id } of fresh) open.add(id);
      advance();
      return fresh;
    },
  };
}

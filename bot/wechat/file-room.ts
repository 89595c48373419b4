import { LARGEST_FILE } from "../keep-file.ts";

/** The room that one file has in memory. */
export type Berth = {
  /** It needs no more than so many bytes; 0 once it is gone. */
  readonly needs: (bytes: number) => void;
};

/** Room in memory for files that are fetched, or were and are not kept yet. */
export type FileRoom = {
  /** Waits until there is room for one of the largest. Those who wait are let in in turn. */
  readonly enter: () => Promise<Berth>;
};

/**
 * Makes room for files of `most` bytes in all. WeChat keeps a file for a short time only, so it is fetched as soon as it
 * comes; while the database is away that would fill the memory without end. Beyond this a file waits where it is.
 */
export function createFileRoom(most: number): FileRoom {
  const waiting: ((berth: Berth) => void)[] = [];
  let taken = 0;

  const toBerth = (): Berth => {
    let held = LARGEST_FILE;
    taken += held;
    return {
      needs: (bytes) => {
        taken += bytes - held;
        held = bytes;
        admit();
      },
    };
  };
  const admit = (): void => {
    while (waiting.length > 0 && taken + LARGEST_FILE <= most) waiting.shift()?.(toBerth());
  };
  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        admit();
      }),
  };
}

import { readFileSync } from "node:fs";

/**
 * Begins to look at how much of its time this thread was ready and had no processor: what it returns tells the share so
 * far, in percent. Where it is much, somebody else's work was measured too.
 */
export function watchWaiting(): () => number {
  const before = read();
  return () => {
    const { ran, waited } = read();
    return Math.round((100 * (waited - before.waited)) / (ran - before.ran + waited - before.waited));
  };
}

function read(): { readonly ran: number; readonly waited: number } {
  const [ran, waited] = readFileSync("/proc/thread-self/schedstat", "utf8").split(" ");
  return { ran: Number(ran), waited: Number(waited) };
}

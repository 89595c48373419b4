import type { Wechaty } from "wechaty";
import { pause } from "#src/kernel/pause.ts";

/** Puppets that restart by themselves stand still for less than two looks. */
const LOOK_MS = 5_000;

/**
 * Waits until the signal, and throws where the puppet has stopped before. wechaty's own start resolves all the same for
 * a puppet that did not start, and one that does not come back from a restart of its own is no more than an "error". So is
 * a log-in whose own contact could not be had: `isKnown` tells whether this process knows of one, and a puppet that is
 * logged in without would hear and never answer.
 */
export async function whileItRuns(
  { puppet }: Wechaty,
  isKnown: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let still = 0; !signal.aborted && still < 2;) {
    await pause(LOOK_MS, signal);
    const isLost = puppet.state.inactive() === true || (puppet.isLoggedIn && !isKnown());
    still = isLost ? still + 1 : 0;
  }
  if (!signal.aborted) throw new Error("The puppet has stopped, or is logged in and nobody knows as whom.");
}

import { listen, Refused } from "./api.js";

const WAIT_MS = 25_000;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Hears what the service says, from the first message on, for as long as the chat is open. `online` is told whether
 * the service can be reached; a session that has ended is told to `ended`.
 */
export async function hear(conversation, persona, { heard, online, ended, signal }) {
  let failures = 0;
  // The first look does not wait: what was said before is shown at once.
  for (let waitMs = 0; !signal.aborted;) {
    try {
      const entries = await listen(persona, conversation.last, waitMs, signal);
      failures = 0;
      online(true);
      heard(conversation.hear(entries));
      if (entries.length === 0 || waitMs > 0) waitMs = WAIT_MS;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused && error.status === 401) {
        ended();
        return;
      }
      failures += 1;
      if (failures > 1) online(false);
      await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures));
    }
  }
}

// A phone that wakes up or finds its network again does not sit out the pause.
function pause(ms) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      document.removeEventListener("visibilitychange", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    document.addEventListener("visibilitychange", end);
  });
}

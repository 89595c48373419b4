import type { IncomingMessage } from "node:http";

/** As much of a refused body as is taken in, so that its sender can hear the refusal. */
const PATIENCE_MS = 2_000;

/**
 * Reads what is left of a request and throws it away, for two seconds at most. Whoever is still sending when the
 * connection closes sees a broken pipe instead of the answer.
 */
export function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.once("end", end).once("close", end).once("error", end);
    request.resume();
  });
}

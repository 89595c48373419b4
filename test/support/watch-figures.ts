import type { ChildProcess } from "node:child_process";
import { watchText } from "./leaks.ts";

const PAUSE_MS = 2_000;

/** Looks at the figures of a service in a process of its own: every other second for as long as it runs, and on asking. */
export function watchFigures(
  child: ChildProcess,
  url: string,
  token: string | undefined,
): () => Promise<void> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const look = async (): Promise<void> => {
    const signal = AbortSignal.timeout(PAUSE_MS);
    // Killed, frozen or not ready: there is nothing to look at then.
    const text = await fetch(`${url}/metrics`, { headers, signal }).then(
      (answer) => answer.text(),
      () => "",
    );
    watchText(text, "metrics");
  };
  const timer = setInterval(() => void look(), PAUSE_MS).unref();
  child.once("exit", () => clearInterval(timer));
  return look;
}

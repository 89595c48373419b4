import { appendFileSync } from "node:fs";
import path from "node:path";

/** What no line of a log, a metric or an error may hold, whatever the test is about: words, numbers and secrets of people. */
const FORBIDDEN: readonly RegExp[] = [
  // The program's events are English; Chinese can only be somebody's words or name, escaped in an address or not.
  /[\u3400-\u9fff]|\\u[4-9][0-9a-f]{3}|%E[4-9]%[89AB][0-9A-F]%/iu,
  // Telephone and identity numbers.
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)0851-?\d{7,8}(?!\d)/u,
  /(?<!\d)\d{17}[\dXx](?!\d)/u,
  // Tokens of bots, and field keys of the tests.
  /(?<!\d)\d{6,}:[\w-]{20,}/u,
  /a key for tests, long enough|k{32}/u,
];

/** What may be written by the side of the answers: a log, the figures, what a command says of its failure. */
export type Side = "log" | "metrics" | "errors";

/** Where a run keeps all that was written by the side, for the search at its end. */
export const WRITTEN = "LVZHI_TEST_WRITTEN";

const found: string[] = [];
let kept: Record<Side, string> = { log: "", metrics: "", errors: "" };

/** True for a line that should never have been written. */
export const isLeak = (line: string): boolean => FORBIDDEN.some((pattern) => pattern.test(line));

/** Looks at a line that the program wrote by the side, and keeps it. */
export function watchLine(line: string, side: Side = "log"): void {
  kept[side] += `${line}\n`;
  if (isLeak(line)) found.push(line);
}

/** The same for a whole text. */
export function watchText(text: string, side: Side): void {
  for (const line of text.split("\n")) if (line !== "") watchLine(line, side);
}

/** How often something was written on a side, of what this worker has not handed over yet. */
export const countWritten = (side: Side, text: string): number => kept[side].split(text).length - 1;

/** The lines that should never have been written, so far in this worker; all that was is handed to the run. */
export function leaksFound(): readonly string[] {
  const folder = process.env[WRITTEN];
  for (const [side, text] of Object.entries(kept))
    if (folder !== undefined && text !== "")
      appendFileSync(path.join(folder, `${process.pid}.${side}`), text);
  kept = { log: "", metrics: "", errors: "" };
  return found;
}

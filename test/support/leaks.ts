/** What no line of a log, a metric or an error may hold, whatever the test is about: words, numbers and secrets of people. */
const FORBIDDEN: readonly RegExp[] = [
  // The program's events are English; Chinese can only be somebody's words or name.
  /[\u3400-\u9fff]/u,
  // Telephone and identity numbers.
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)\d{17}[\dXx](?!\d)/u,
  // Tokens of bots, and field keys of the tests.
  /(?<!\d)\d{6,}:[\w-]{20,}/u,
  /a key for tests, long enough|k{32}/u,
];

const found: string[] = [];

/** Looks at a line that the program logged. */
export function watchLine(line: string): void {
  if (FORBIDDEN.some((pattern) => pattern.test(line))) found.push(line);
}

/** The lines that should never have been written, so far in this test file. */
export const leaksFound = (): readonly string[] => found;

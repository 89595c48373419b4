/** Longest run of characters that is looked at as one feature. */
const LONGEST = 3;

/** What is seen of a message: each run of one to three characters, once. */
export function featuresOf(canon: string): string[] {
  const found = new Set<string>();
  for (let from = 0; from < canon.length; from += 1)
    for (let length = 1; length <= LONGEST && from + length <= canon.length; length += 1) {
      const run = canon.slice(from, from + length);
      // Half of a picture is no character, and would not survive being written.
      if (run.isWellFormed()) found.add(run);
    }
  return [...found];
}

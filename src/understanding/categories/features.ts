/** Longest run of characters that is looked at as one feature. */
const LONGEST = 4;

/** What a classifier sees of a text: each run of one to four characters within a clause, once. */
export function featuresOf(text: string): string[] {
  const found = new Set<string>();
  for (const clause of text.split(/[^\p{L}\p{N}]+/u)) {
    for (let from = 0; from < clause.length; from += 1)
      for (let length = 1; length <= LONGEST && from + length <= clause.length; length += 1)
        found.add(clause.slice(from, from + length));
  }
  return [...found];
}

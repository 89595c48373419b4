/** What is said below a list of which only so many stand in an answer: how many more there are, and how to read them. */
export const leftLine = (all: readonly unknown[], most: number, unit: string, how: string): string | false =>
  all.length > most && `……另有${all.length - most}${unit},${how}`;

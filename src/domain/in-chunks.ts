/** Rows that are written in one statement: large enough to be fast, small enough that progress shows. */
const CHUNK = 2_000;

/** A long list in parts, by default such that one statement can carry each. */
export const inChunks = <T>(rows: readonly T[], size = CHUNK): (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));

/** Rows that are written in one statement: large enough to be fast, small enough that progress shows. */
const CHUNK = 2_000;

/** A long list in parts that one statement can carry. */
export const inChunks = <T>(rows: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK));

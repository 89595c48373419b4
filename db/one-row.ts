/** The row of a statement that always returns one. Throws a TypeError where it did not: an id of 0 must never be kept. */
export function oneRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new TypeError("a statement that returns its row returned none");
  return row;
}

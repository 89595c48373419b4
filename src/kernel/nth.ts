/** The item of a place that is always filled. Throws a TypeError where it is not: nothing may be kept under an empty number. */
export function nth<T>(items: readonly T[], at: number): T {
  const item = items[at];
  if (item === undefined) throw new TypeError(`of ${items.length} there is no item at ${at}`);
  return item;
}

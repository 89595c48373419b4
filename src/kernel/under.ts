/** What stands under a key that is always there. Throws a TypeError where it is not: nothing may be kept under a made-up one. */
export function under<K, V>(values: ReadonlyMap<K, V>, key: K): V {
  const value = values.get(key);
  if (value === undefined) throw new TypeError(`of ${values.size} there is nothing under ${typeof key} key`);
  return value;
}

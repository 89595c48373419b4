const MOST_REMEMBERED = 1_000;

/** Notes something down, and forgets what was noted longest ago where that is too much. */
export function remember<K>(notes: Map<K, number>, key: K, value: number): void {
  notes.delete(key);
  notes.set(key, value);
  const [oldest] = notes.keys();
  if (notes.size > MOST_REMEMBERED && oldest !== undefined) notes.delete(oldest);
}

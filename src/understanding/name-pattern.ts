// Built once for each list of names: most messages of a house come with the same lists.
const PATTERNS = new WeakMap<readonly string[], RegExp | "none">();

/** Finds any of the names in a text, at one place the longest; undefined where there are none. */
export function patternOf(names: readonly string[]): RegExp | undefined {
  const kept = PATTERNS.get(names);
  if (kept !== undefined) return kept === "none" ? undefined : kept;
  const sorted = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const escaped = sorted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const pattern = escaped.length === 0 ? undefined : new RegExp(escaped.join("|"), "gu");
  PATTERNS.set(names, pattern ?? "none");
  return pattern;
}

import { longestRun, type Runs, toRuns } from "./runs.ts";

/** A name where it stands in a text. */
export type NameAt = { readonly name: string; readonly index: number };

// Made ready once for each list of names: most messages of a house come with the same lists.
const READY = new WeakMap<readonly string[], Runs>();

function readyOf(names: readonly string[]): Runs {
  const kept = READY.get(names);
  if (kept !== undefined) return kept;
  // One character alone is no name.
  const ready = toRuns(names.map((name) => (name.length > 1 ? name : "")));
  READY.set(names, ready);
  return ready;
}

/** The names that stand in a text, in its order, at one place the longest. Linear, however many names there are. */
export function listNames(text: string, names: readonly string[]): readonly NameAt[] {
  const found: NameAt[] = [];
  const ready = readyOf(names);
  for (let index = 0; index < text.length; index += 1) {
    const name = longestRun(text, index, ready);
    if (name === undefined) continue;
    found.push({ name: text.slice(index, index + name.length), index });
    index += name.length - 1;
  }
  return found;
}

/** The text with something else where the names stand. */
export function replaceNames(
  text: string,
  names: readonly string[],
  instead: (name: string) => string,
): string {
  let out = "";
  let from = 0;
  for (const { name, index } of listNames(text, names)) {
    out += text.slice(from, index) + instead(name);
    from = index + name.length;
  }
  return from === 0 ? text : out + text.slice(from);
}

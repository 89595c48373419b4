import { firstRun, longestRun, type Runs, toRuns } from "./runs.ts";

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

// Each name once, by its place in the list; undefined where one is too short to be found by its characters.
const IN_ORDER = new WeakMap<readonly string[], Runs | null>();

function inOrderOf(names: readonly string[]): Runs | null {
  const kept = IN_ORDER.get(names);
  if (kept !== undefined) return kept;
  const ready = names.includes("") ? null : toRuns([...new Set(names)]);
  IN_ORDER.set(names, ready);
  return ready;
}

/** The first of `names` that stands at a place of a text; undefined where none does. Linear in the length of a name. */
export function nameAt(text: string, at: number, names: readonly string[]): string | undefined {
  const ready = inOrderOf(names);
  if (ready === null) return names.find((one) => text.startsWith(one, at));
  const first = firstRun(text, at, ready);
  return first === undefined ? undefined : text.slice(at, at + first.length);
}

/** As many lists of one house are kept: each costs about what a message does to be made ready. */
const MOST_WITHOUT = 64;
const WITHOUT = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** The names of a list but one; the same list each time it is asked for, so that it is made ready once. */
export function namesWithout(names: readonly string[], name: string): readonly string[] {
  const kept = WITHOUT.get(names) ?? new Map<string, readonly string[]>();
  WITHOUT.set(names, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= MOST_WITHOUT) kept.clear();
  const others = names.filter((one) => one !== name);
  kept.set(name, others);
  return others;
}

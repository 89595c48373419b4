/** Characters of which a text must hold at least one for a pattern to match; undefined where none can be told. */
export type Anchors = ReadonlySet<string> | undefined;

/** The same for a pattern that takes no notice of case: to such a one ſ is an s, and the sign for kelvin a k. */
export function inBothCases(characters: Anchors): Anchors {
  if (characters === undefined) return undefined;
  const all = [...characters];
  if (all.some((one) => one > "z" && one.toLowerCase() !== one.toUpperCase())) return undefined;
  return new Set(
    all.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase(), ...(ALIKE[one.toLowerCase()] ?? [])]),
  );
}

const ALIKE: Readonly<Record<string, readonly string[]>> = { k: ["\u212a"], s: ["\u017f"] };

/** A range of more characters is too wide to be named. */
const WIDEST = 64;

/** The characters of a range, from one to another; undefined where it is too wide. */
export function between(from: Anchors, to: Anchors): Anchors {
  const [[first = ""] = [], [last = ""] = []] = [from, to].map((one) => [...(one ?? [])]);
  const size = last.charCodeAt(0) - first.charCodeAt(0) + 1;
  if (from?.size !== 1 || to?.size !== 1 || !(size <= WIDEST)) return undefined;
  return new Set(Array.from({ length: size }, (_, nth) => String.fromCharCode(first.charCodeAt(0) + nth)));
}

/** One of any of these is enough; undefined where for one of them none can be told. */
export function union(all: readonly Anchors[]): Anchors {
  const whole = new Set<string>();
  for (const one of all) {
    if (one === undefined) return undefined;
    for (const character of one) whole.add(character);
  }
  return whole;
}

/** What nearly every message holds tells little: of two needs the rarer is the better gate. */
const COMMON: ReadonlySet<string> = new Set(
  "的了一二三人有我在是个上到不去来代表会村区镇群众建议说,。0123456789",
);
const OFTEN = 8;

function cost(needs: ReadonlySet<string>): number {
  let sum = 0;
  for (const one of needs) sum += COMMON.has(one) ? OFTEN : 1;
  return sum;
}

/** The two that tell most; two that are alike are one. */
export function cheapest(all: readonly Anchors[]): ReadonlySet<string>[] {
  const known = all.filter((one) => one !== undefined).sort((a, b) => cost(a) - cost(b));
  const [first] = known;
  const other = known.find((one) => first?.size !== one.size || [...one].some((each) => !first.has(each)));
  return [first, other].filter((one) => one !== undefined);
}

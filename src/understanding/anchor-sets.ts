/** Words of one or two characters of which a text must hold at least one for a pattern to match; undefined where none can be told. */
export type Anchors = ReadonlySet<string> | undefined;

// Halves of pictures: no pattern names them, so that they may stand for what is no character.
/** What stands before the first character of a text. */
export const START = "\udfff";
/** What stands behind the last character of a text. */
export const END = "\ud800";

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

/** More words than these tell next to nothing, and cost room. */
const MOST = 400;

/** One of any of these is enough; undefined where for one of them none can be told. */
export function union(all: readonly Anchors[]): Anchors {
  const whole = new Set<string>();
  for (const one of all) {
    if (one === undefined) return undefined;
    for (const word of one) whole.add(word);
  }
  return whole.size > MOST ? undefined : whole;
}

/** Words of two characters: one of some behind one of others; undefined where they are too many. */
export function pairs(first: Anchors, second: Anchors): Anchors {
  if (first === undefined || second === undefined || first.size * second.size > MOST) return undefined;
  return new Set([...first].flatMap((one) => [...second].map((other) => one + other)));
}

/** What nearly every message holds tells little: of two needs the rarer is the better gate. */
const COMMON: ReadonlySet<string> = new Set(
  "的了一二三人有我在是个上到不去来代表会村区镇群众建议说,。0123456789",
);
const OFTEN = 8;
/** Two characters side by side are met so much more seldom than one. */
const TOGETHER = 1 / 6;

function cost(needs: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of needs) {
    let one = word.length > 1 ? TOGETHER : 1;
    for (const character of word) if (COMMON.has(character)) one *= word.length > 1 ? 2 : OFTEN;
    sum += one;
  }
  return sum;
}

/** Something needed, and at which place of a sequence. */
export type Needed = { readonly words: ReadonlySet<string>; readonly at: number };

/** The two needs that tell most; of two side by side the one nearly tells the other. */
export function cheapest(all: readonly Needed[]): ReadonlySet<string>[] {
  const byCost = all.map((one) => ({ ...one, cost: cost(one.words) })).sort((a, b) => a.cost - b.cost);
  const [first] = byCost;
  if (first === undefined) return [];
  const others = byCost.filter(({ words }) => !isSame(words, first.words));
  const apart =
    others.find(({ at }) => Math.abs(at - first.at) > 1) ?? others.find(({ at }) => at === first.at);
  return [first, apart].flatMap((one) => (one === undefined ? [] : [one.words]));
}

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));

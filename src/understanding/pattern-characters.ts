import { type Anchors, between, union } from "./anchor-sets.ts";

/** Which characters a piece of a pattern stands for (undefined where they are too many to be named), and how long it is. */
export type Named = { readonly characters: Anchors; readonly length: number };

const DIGITS: ReadonlySet<string> = new Set("0123456789");
const BLANKS: ReadonlySet<string> = new Set(
  Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code)).filter((one) => /\s/u.test(one)),
);
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
]);

/** Reads what stands in brackets: [护各仁], [\d一二]. What a wide range or [^…] takes in is too much to be named. */
export function readClass(source: string, from: number): Named {
  let at = from + 1;
  const without = source[at] === "^";
  const member = (): Anchors => {
    const { characters, length } =
      source[at] === "\\" ? readEscape(source, at) : { characters: new Set([source[at] ?? ""]), length: 1 };
    at += length;
    return characters;
  };
  const all: Anchors[] = [];
  while (at < source.length && source[at] !== "]") {
    const one = member();
    const range = source[at] === "-" && source[at + 1] !== "]";
    if (range) at += 1;
    all.push(range ? between(one, member()) : one);
  }
  return { characters: without ? undefined : union(all), length: at + 1 - from };
}

/** An escape; \b stands for a place and takes nothing, \1 for what was captured before. */
export type Escape = Named & { readonly isPlace: boolean; readonly isCaptured: boolean };

/** Reads an escape; of \w and the like nothing worth knowing is told. */
export function readEscape(source: string, from: number): Escape {
  const escape = /^\\(?:u(?<code>[\da-f]{4})|k<\w+>|[pu]\{[^}]*\}|x..|c.|[1-9]\d*|(?<other>.))/iu.exec(
    source.slice(from),
  );
  const { 0: words = "", groups = {} } = escape ?? {};
  const { code, other = "" } = groups;
  const kind = {
    length: escape === null ? 2 : words.length,
    isPlace: /[bB]/u.test(other),
    isCaptured: /^\\(?:k<|[1-9])/u.test(words),
  };
  if (code !== undefined)
    return { ...kind, characters: new Set([String.fromCharCode(Number.parseInt(code, 16))]) };
  if (other === "d") return { ...kind, characters: DIGITS };
  if (other === "s") return { ...kind, characters: BLANKS };
  const one = CONTROLS.get(other) ?? other;
  return { ...kind, characters: /^\w?$/u.test(one) ? undefined : new Set([one]) };
}

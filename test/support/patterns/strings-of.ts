import type { AST } from "@eslint-community/regexpp";

/** Tried where a class or a property leaves open which character it is. */
const CANDIDATES = ["一", "x", "5", " ", ",", "的", "|"];

/** Strings that a part of a pattern takes, as if nothing stood around it: at most `most`, with each of its choices. */
export function stringsOf(node: AST.Node, most: number): string[] {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return few(
        node.alternatives.flatMap((one) => stringsOf(one, most)),
        most,
      );
    case "Alternative":
      return node.elements.reduce<string[]>(
        (begun, next) =>
          few(
            begun.flatMap((before) => stringsOf(next, most).map((one) => before + one)),
            most,
          ),
        [""],
      );
    case "Quantifier": {
      const once = stringsOf(node.element, most);
      const more = once.map((one) => one.repeat(node.min + 1));
      return few([...once.map((one) => one.repeat(node.min)), ...(node.max > node.min ? more : [])], most);
    }
    case "Character":
      return [String.fromCodePoint(node.value)];
    case "CharacterClass":
      return node.negate
        ? few(
            CANDIDATES.filter((one) => takes(node.raw, one)),
            1,
          )
        : few(
            node.elements.flatMap((one) => stringsOf(one, most)),
            most,
          );
    case "CharacterClassRange":
      return [String.fromCodePoint(node.min.value)];
    case "CharacterSet":
      return few(
        CANDIDATES.filter((one) => takes(node.raw, one)),
        1,
      );
    default:
      return [""];
  }
}

/** The shortest strings that lead up to each group of a pattern that may be repeated without end. */
export function* loopsOf(
  node: AST.Node,
  before = "",
): Generator<{ readonly loop: AST.Element; readonly before: string }> {
  if (node.type === "Quantifier") {
    if (node.max > BOUNDED && "alternatives" in node.element) yield { loop: node.element, before };
    yield* loopsOf(node.element, before);
  } else if (node.type === "Alternative") {
    let so = before;
    for (const one of node.elements) {
      yield* loopsOf(one, so);
      so += stringsOf(one, 1)[0] ?? "";
    }
  } else if ("alternatives" in node) for (const one of node.alternatives) yield* loopsOf(one, before);
}

/** Repeated so often at most, no group keeps anybody waiting. */
const BOUNDED = 8;

const few = (strings: readonly string[], most: number): string[] => [...new Set(strings)].slice(0, most);
const takes = (raw: string, one: string): boolean => new RegExp(`^${raw}$`, "u").test(one);

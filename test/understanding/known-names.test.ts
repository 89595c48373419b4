import fc from "fast-check";
import { expect, test } from "vitest";
import { listNames, replaceNames } from "#src/understanding/known-names.ts";

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from("李明王芳羊昌镇")), { minLength: 1, maxLength: most })
    .map((all) => all.join(""));

test("names are found in their order, at one place the longest, and no name is one character", () => {
  fc.assert(
    fc.property(fc.array(words(4)), words(16), (names, text) => {
      const known = names.filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
      const pattern = new RegExp(known.length === 0 ? "(?!)" : known.join("|"), "gu");
      const found = [...text.matchAll(pattern)].map((match) => ({ name: match[0], index: match.index }));
      expect(listNames(text, names)).toEqual(found);
      expect(replaceNames(text, names, (name) => `<${name}>`)).toBe(text.replace(pattern, "<$&>"));
    }),
  );
});

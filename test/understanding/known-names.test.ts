import fc from "fast-check";
import { expect, test } from "vitest";
import { listNames, nameAt, namesWithout, replaceNames } from "#src/understanding/known-names.ts";

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

test("of the deputies whose names begin a message the first of the list is meant", () => {
  const Name = fc.array(fc.constantFrom("李", "明", "华"), { maxLength: 3 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.array(Name, { maxLength: 6 }), Name, Name, (names, before, said) => {
      const text = before + said;
      expect(nameAt(text, before.length, names)).toBe(
        names.find((one) => text.startsWith(one, before.length)),
      );
    }),
  );
});

test("the others of a house are one list, however often somebody reports for the same deputy", () => {
  const people = ["李明", "王芳", "张伟"];
  expect(namesWithout(people, "王芳")).toEqual(["李明", "张伟"]);
  expect(namesWithout(people, "王芳")).toBe(namesWithout(people, "王芳"));
});

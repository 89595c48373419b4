import fc from "fast-check";
import { expect, test } from "vitest";
import { countOther, replaceChars, splitAt, toCharSet, withBlanks } from "#src/understanding/char-set.ts";

const Text = fc
  .array(fc.constantFrom("走", "户", "1", ",", ";", " ", "\u3000", "\n", "𠮷", "\ud800"), { maxLength: 12 })
  .map((all) => all.join(""));

test("characters of a set are replaced and counted, and a text is split at them, as a pattern of them does it", () => {
  fc.assert(
    fc.property(Text, (text) => {
      expect(replaceChars(text, withBlanks(""), "_")).toBe(text.replaceAll(/\s/gu, "_"));
      expect(replaceChars(text, toCharSet("1,"), "")).toBe(text.replaceAll(/[1,]/gu, ""));
      expect(splitAt(text, toCharSet(",;\n"))).toEqual(text.split(/[,;\n]/u));
      expect(countOther(text, toCharSet("走1"))).toBe(text.replaceAll(/[走1]/gu, "").length);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "#src/understanding/cut-text.ts";
import { listMatches } from "#src/understanding/list-matches.ts";

const PATTERNS = [
  "(?<=[,。])(?!,)",
  "(?=然后)",
  "(?<=户)(?=都)",
  "\\s+(?=\\d)",
  ",",
  ",*",
  "(?<=[,。])(?!,)|\\s+",
  "(?:)",
];

test("a message is cut where split cuts it", () => {
  const Text = fc
    .array(fc.constantFrom(",", "。", "然后", "户", "都", " ", "1", "𠮷"), { minLength: 1, maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(Text, fc.constantFrom(...PATTERNS), (text, source) => {
      const cut = cutText(text, listMatches(new RegExp(source, "gu"), text));
      expect(cut).toEqual(text.split(new RegExp(source, "u")));
    }),
    { numRuns: 2000 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { toCharSet } from "#src/understanding/char-set.ts";
import { everywhere } from "#src/understanding/guarded.ts";
import { listBeginning, listJoined, listMatches } from "#src/understanding/list-matches.ts";

const Text = fc
  .array(fc.constantFrom("走", "访", "户", "1", ",", "𠮷", "\ud800"), { maxLength: 12 })
  .map((all) => all.join(""));

test.each([/走访?/gu, /(?<number>\d+)户/gu, /\d*/gu, /(?=户)|走/gu, /[^,]{0,2}/g])(
  "what %s matches in a text is listed as matchAll gives it",
  (pattern) => {
    fc.assert(
      fc.property(Text, fc.nat({ max: 4 }), (text, most) => {
        const all = [...text.matchAll(pattern)];
        expect(listMatches(pattern, text)).toEqual(all);
        expect(listMatches(pattern, text, most)).toEqual(all.slice(0, most));
      }),
    );
  },
);

test("what several patterns match is listed as a pattern of all of them gives it", () => {
  const Source = fc.constantFrom("走访?", "\\d+户?", "(?=户)", "访", "(?<=走)", "[^,]{0,2}", "𠮷", ",$");
  fc.assert(
    fc.property(
      fc.array(Source, { minLength: 1, maxLength: 4 }),
      Text,
      fc.nat({ max: 6 }),
      (sources, text, most) => {
        const all = [...text.matchAll(new RegExp(sources.join("|"), "gu"))];
        const patterns = sources.map((source) => new RegExp(source, "gu"));
        expect(listJoined(patterns, text)).toEqual(all);
        expect(listJoined(patterns, text, most)).toEqual(all.slice(0, most));
      },
    ),
  );
});

test("a pattern that is tried where it may begin finds what it finds when it is tried everywhere", () => {
  const Begins = fc.constantFrom("走访?", "\\d+户?", "[走1]访?", "走(?=访)", "(?:走|1)(?!,)");
  const Before = fc.constantFrom("", "(?<!1)", "(?<![,\\d])", "(?<!走.)");
  fc.assert(
    fc.property(Before, Begins, Text, fc.nat({ max: 6 }), (before, begins, text, most) => {
      const pattern = new RegExp(before + begins, "gu");
      const all = [...text.matchAll(pattern)];
      const there = new RegExp(pattern.source, "uy");
      expect(listBeginning(toCharSet("走0123456789"), there, text)).toEqual(all);
      expect(listBeginning(toCharSet("走0123456789"), there, text, most)).toEqual(all.slice(0, most));
      expect(everywhere(pattern).list(text)).toEqual(all);
    }),
  );
});

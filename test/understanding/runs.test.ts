import fc from "fast-check";
import { expect, test } from "vitest";
import { guarded } from "#src/understanding/guarded.ts";
import { collectRuns, longestRun, toRuns } from "#src/understanding/runs.ts";

const Text = fc
  .array(fc.constantFrom(...Array.from("走访户群众水电路")), { maxLength: 12 })
  .map((all) => all.join(""));

test("runs are found where the text holds them, each once, and no other", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(Text.filter((one) => one.length > 0 && one.length < 5)),
      Text,
      (list, text) => {
        const runs = toRuns(list);
        const found = [...runs.found.subarray(0, collectRuns(text, runs))].map((one) => list[one]);
        expect(new Set(found)).toEqual(new Set(list.filter((one) => text.includes(one))));
        expect(found).toHaveLength(new Set(found).size);
        for (let from = 0; from < text.length; from += 1) {
          const begins = list.filter((one) => text.startsWith(one, from)).sort((a, b) => a.length - b.length);
          expect(list[longestRun(text, from, runs)?.number ?? -1]).toBe(begins.at(-1));
        }
      },
    ),
  );
});

test("a guarded pattern finds what the pattern finds", () => {
  const patterns = [/走访|群众.{0,3}水/u, /(?<!电)路(?!户)/u, /水?电|[走访]路/u, /^群+户$/u];
  const guards = patterns.map((pattern) => guarded(pattern));
  fc.assert(
    fc.property(Text, (text) => {
      for (const [at, pattern] of patterns.entries()) {
        expect(guards[at]?.test(text)).toBe(pattern.test(text));
        expect(guards[at]?.exec(text)?.index).toBe(pattern.exec(text)?.index);
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { END, START } from "#src/understanding/anchor-sets.ts";
import { marksOf, takeMarks } from "#src/understanding/text-marks.ts";

const Text = fc
  .array(fc.constantFrom(...Array.from("走访户群"), "𠮷", START, END), { maxLength: 10 })
  .map((all) => all.join(""));
const Word = fc.oneof(
  fc.constantFrom("走", "访", "户"),
  fc
    .tuple(fc.constantFrom("走", "访", "户", START), fc.constantFrom("走", "访", "群"))
    .map((all) => all.join("")),
  fc.constantFrom("访", "户").map((last) => last + END),
);
const Words = fc.array(Word, { minLength: 1, maxLength: 4 }).map((all) => new Set(all));
const Needs = fc.array(Words, { maxLength: 2 });

// The ends of a text are no characters, even where a text holds what they are written with.
const holds = (text: string, word: string): boolean =>
  `${START}${text.replaceAll(START, ".").replaceAll(END, ".")}${END}`.includes(word);

test("a text has a mark where it holds one word of each set, whatever was looked at before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(Needs, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 }),
      fc.array(Text, { minLength: 1, maxLength: 12 }),
      (patterns, texts) => {
        const taken = patterns.map((needs) => ({ needs, marks: takeMarks(needs) }));
        for (const text of [...texts, ...texts])
          for (const { needs, marks } of taken) {
            const found = marksOf(text, marks.nth) >>> marks.first;
            for (const [nth, sets] of needs.entries())
              expect(((found >>> nth) & 1) === 1).toBe(
                sets.every((words) => [...words].some((word) => holds(text, word))),
              );
          }
      },
    ),
    { numRuns: 25 },
  );
});

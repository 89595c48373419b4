import fc from "fast-check";
import { expect, test } from "vitest";
import { SCALE, softmax } from "#src/understanding/linear.ts";
import { toNgrams, weighText } from "#src/understanding/ngrams.ts";

const CHARACTERS = Array.from("走访户群众水电路");
const Run = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(""));
// Most weights are small; some are not.
const Weight = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -128, max: 127 }) },
  fc.integer({ min: -900, max: 900 }),
);

const Model = fc.integer({ min: 1, max: 11 }).chain((size) =>
  fc
    .uniqueArray(fc.tuple(Run, fc.array(Weight, { minLength: size, maxLength: size })), {
      selector: ([run]) => run,
      minLength: 1,
      maxLength: 400,
    })
    .map((rows) => ({ size, rows: new Map(rows) })),
);

function plainly(
  text: string,
  rows: ReadonlyMap<string, readonly number[]>,
  size: number,
): number[] | undefined {
  const known = [...rows].filter(([run]) => text.includes(run));
  if (known.length === 0) return undefined;
  const share = 1 / (SCALE * Math.sqrt(known.length + 1));
  const sums = Array.from({ length: size }, (_, one) =>
    known.reduce((sum, [, row]) => sum + (row[one] ?? 0), 0),
  );
  return [...softmax(Float64Array.from(sums, (sum) => sum * share))];
}

test("a text is weighed as the weights of its runs add up, however many they are", () => {
  const Text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 600 }).map((all) => all.join(""));
  fc.assert(
    fc.property(Model, fc.array(Text, { minLength: 1, maxLength: 4 }), ({ size, rows }, texts) => {
      const model = toNgrams(rows, size);
      for (const text of texts) {
        const chances = weighText(text, model);
        expect(chances === undefined ? undefined : [...chances]).toEqual(plainly(text, rows, size));
      }
    }),
    { numRuns: 60 },
  );
});

test("a text with more known runs than are added at a time is weighed as any other", () => {
  const runs = CHARACTERS.flatMap((a) =>
    CHARACTERS.flatMap((b) => [a + b, ...CHARACTERS.map((c) => a + b + c)]),
  );
  const rows = new Map(runs.map((run, nth) => [run, [127, -128, (nth % 255) - 127]]));
  const text = runs.join("");
  expect([...(weighText(text, toNgrams(rows, 3)) ?? [])]).toEqual(plainly(text, rows, 3));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { BETWEEN_VALUES, toSheetLine } from "#src/domain/sheet.ts";

test("a line has as many parts as values, whatever anybody wrote, and what there is none of is empty", () => {
  const value = fc.option(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(BETWEEN_VALUES, `走访${BETWEEN_VALUES}12户`),
      fc.integer(),
      fc.boolean(),
    ),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(toSheetLine(values).split(BETWEEN_VALUES)).toEqual(
        values.map((one) => (one === null ? "" : String(one).replaceAll(BETWEEN_VALUES, ""))),
      );
    }),
  );
});

test("quantities travel with their units", () => {
  expect(toSheetLine(["履-1", { households: 12 }, 3])).toBe(
    ["履-1", '{"households":12}', "3"].join(BETWEEN_VALUES),
  );
});

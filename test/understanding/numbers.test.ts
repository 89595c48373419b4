import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "#src/understanding/normalise.ts";
import { NUMBER, parseNumber } from "#src/understanding/numbers.ts";

const DIGITS = Array.from("零一二三四五六七八九");

/** Says a number below ten thousand as taught at school; the oracle of these tests. */
function spellSection(value: number): string {
  let out = "";
  let gap = false;
  for (const [power, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) gap = out !== "";
    else {
      out += `${gap ? "零" : ""}${DIGITS[digit]}${name}`;
      gap = false;
    }
  }
  return out;
}

function spell(value: number): string {
  if (value === 0) return "零";
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return spellSection(low);
  const gap = low > 0 && (low < 1000 || high % 10 === 0) ? "零" : "";
  return `${spellSection(high)}万${gap}${low === 0 ? "" : spellSection(low)}`;
}

const WHOLE = new RegExp(`^${NUMBER}$`, "u");

describe("a number comes back as it was said", () => {
  test("in words", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseNumber(spell(value))).toEqual({ value, approx: false });
      }),
    );
  });

  test("the way people begin ten to nineteen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 19 }), (value) => {
        expect(parseNumber(spell(value).replace(/^一/u, ""))).toEqual({ value, approx: false });
      }),
    );
  });

  test("in digits, plain, with commas or full width", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        const wide = String(value).replaceAll(/\d/gu, (digit) =>
          String.fromCodePoint(digit.charCodeAt(0) + 0xfee0),
        );
        for (const said of [String(value), value.toLocaleString("en-US"), wide])
          expect(parseNumber(said)).toEqual({ value, approx: false });
      }),
    );
  });

  test("roughly: the base stays as it was said", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom("十", "百", "千"), (digit, power) => {
        const value = digit * { 十: 10, 百: 100, 千: 1000 }[power];
        for (const rough of ["多", "余", "来", "几"])
          expect(parseNumber(`${DIGITS[digit]}${power}${rough}`)).toEqual({ value, approx: true });
        expect(parseNumber(`大约${DIGITS[digit]}${power}`)).toEqual({ value, approx: true });
      }),
    );
  });

  test("half a half is no number, and none that cannot be reckoned with", () => {
    expect(parseNumber("半点零")).toBeUndefined();
    expect(parseNumber("1.5点二")).toBeUndefined();
  });

  test("whatever is typed, nothing is thrown", () => {
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from("零一二两半十百千万亿几多点分之又负廿1.,%个")),
      maxLength: 40,
    });
    fc.assert(
      fc.property(typed, (text) => {
        const said = parseNumber(text);
        expect(said === undefined || Number.isFinite(said.value)).toBe(true);
      }),
    );
  });
});

describe("a deputy counts as people do", () => {
  test.each([
    ["两", 2, false],
    ["俩", 2, false],
    ["仨", 3, false],
    ["半", 0.5, false],
    ["十来", 10, true],
    ["百来", 100, true],
    ["百把", 100, true],
    ["个把", 1, true],
    ["三百余", 300, true],
    ["十好几", 10, true],
    ["三百余万", 3_000_000, true],
    ["二十几", 20, true],
    ["十七八", 17, true],
    ["七八十", 70, true],
    ["两三百", 200, true],
    ["三五", 3, true],
    ["上百", 100, true],
    ["1.2万", 12_000, false],
    ["3千", 3000, false],
    ["一百二", 120, false],
    ["两千五", 2500, false],
    ["一万二", 12_000, false],
    ["一百零二", 102, false],
    ["廿五", 25, false],
    ["卅", 30, false],
    ["3万4000", 34_000, false],
    ["一点五", 1.5, false],
  ] as const)("%s", (said, value, approx) => {
    expect(parseNumber(said)).toEqual({ value, approx });
    expect(WHOLE.test(said)).toBe(true);
  });

  test.each(["几", "好几", "几十", "几百", "", "多", "户", "三户"])("%s states no number", (said) => {
    expect(parseNumber(said)).toBeUndefined();
  });
});

type NumberCase = {
  readonly kind: string;
  readonly spans: readonly { readonly text: string; readonly value: string }[];
};

test("third-party numbers: at least 215 of 244 exactly", () => {
  const spans = readFileSync(new URL("../corpus/numbers.dev.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): NumberCase => JSON.parse(line))
    .filter(({ kind }) => kind === "number" || kind === "numeral")
    .flatMap((one) => one.spans);
  const right = spans.filter(({ text, value }) => {
    const read = parseNumber(normalise(text))?.value;
    return read !== undefined && Math.abs(read - Number(value)) <= 1e-9 * Math.abs(read);
  });
  expect(spans.length).toBe(244);
  expect(right.length).toBeGreaterThanOrEqual(215);
});

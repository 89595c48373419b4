import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "#src/domain/personal-data/redact.ts";

// Random numbers of people in random disguises, and random figures of the office that look like them.
const DIGITS = ["零〇", "一幺壹", "二贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"];
const WRITTEN: readonly ((digit: number) => string)[] = [
  String,
  (digit) => String.fromCodePoint(0xff10 + digit),
  (digit) => DIGITS[digit]?.[0] ?? "",
  (digit) => DIGITS[digit]?.at(-1) ?? "",
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => String.fromCodePoint(0x1d7ce + digit),
  (digit) => (digit === 0 ? "\u24ea" : String.fromCodePoint(0x245f + digit)),
  (digit) => (digit === 0 ? "\u24ff" : String.fromCodePoint(0x2775 + digit)),
  (digit) => String.fromCodePoint(0x0660 + digit),
  (digit) => `${digit}\u200b`,
];
const written = fc.array(fc.constantFrom(...WRITTEN), { minLength: 18, maxLength: 18 });
const write = (digits: string, ways: readonly ((digit: number) => string)[]): string =>
  Array.from(digits, (digit, at) => (digit === "X" ? "X" : (ways[at]?.(Number(digit)) ?? digit))).join("");
const parted = (text: readonly string[], sizes: readonly number[], mark: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size)).join("")).join(mark);
};
const EACH = Array<number>(11).fill(1);
const numbers = (text: string): number => text.match(/\d/gu)?.length ?? 0;

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^[1-9]{9}$/u))
  .map(([second, rest]) => `1${second}${rest}`);
const SOFT = [
  " ",
  "  ",
  "\u3000",
  "\t",
  "-",
  " - ",
  ".",
  "\uff0e",
  "\u00b7",
  "_",
  "*",
  "~",
  "\u2014",
  "/",
  ")",
];
const HARD = ["\u3002", ",", "\uff0c", "\u3001", ";", ":", "|", "+", "=", "#", "\u2026\u2026", "空", "杠"];
const shape = fc.oneof(
  fc.tuple(
    fc.constantFrom(...SOFT),
    fc.constantFrom(
      [3, 4, 4],
      [3, 8],
      [7, 4],
      [3, 3, 5],
      [6, 5],
      [1, 10],
      [4, 7],
      [9, 2],
      [3, 5, 3],
      [4, 4, 3],
      EACH,
    ),
  ),
  fc.tuple(fc.constantFrom(...HARD), fc.constantFrom([3, 4, 4], EACH)),
  fc.constant(["", [11]] as const),
);

test("a mobile number is taken out in whatever figures, marks and parts it is written", () => {
  fc.assert(
    fc.property(mobile, written, shape, (number, ways, [mark, sizes]) => {
      const text = `请找他${parted(
        Array.from(number).map((digit, at) => write(digit, ways.slice(at))),
        sizes,
        mark,
      )},谢谢`;
      const { text: left, contacts } = redact(text);
      expect([text, left.normalize("NFKC")]).toEqual([
        text,
        expect.stringMatching(/^请找他.?〔电话〕.?,谢谢$/u),
      ]);
      expect(contacts).toHaveLength(1);
    }),
    { numRuns: 3_000 },
  );
});

const card = fc
  .tuple(
    fc.integer({ min: 1940, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.stringMatching(/^[1-9]{3}[\dX]$/u),
  )
  .map(
    ([year, month, day, end]) =>
      `520112${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${end}`,
  );

test("the number of an identity card or of an account is kept nowhere, however it is written", () => {
  const marks = fc.constantFrom("", " ", "-", ".", "\u3002", "\u3001", ",");
  fc.assert(
    fc.property(card, written, marks, (number, ways, mark) => {
      const { text, contacts } = redact(
        `身份证${parted(
          Array.from(number).map((one, at) => write(one, ways.slice(at))),
          [6, 8, 4],
          mark,
        )}请核对`,
      );
      expect(text).toBe("身份证〔身份证号〕请核对");
      expect(contacts).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  fc.assert(
    fc.property(
      fc.stringMatching(/^62\d{14,17}$/u),
      written,
      fc.constantFrom("", " ", "-"),
      (number, ways, mark) => {
        const parts = [4, 4, 4, 4, 3];
        const { text } = redact(
          `打到${parted(
            Array.from(number).map((one, at) => write(one, ways.slice(at))),
            parts,
            mark,
          )}`,
        );
        expect(numbers(text.normalize("NFKC"))).toBe(0);
      },
    ),
    { numRuns: 1_000 },
  );
});

const below = (most: number) => fc.integer({ min: 1, max: most });
const two = (n: number): string => String(n).padStart(2, "0");
const day = fc.tuple(fc.integer({ min: 1949, max: 2035 }), below(12), below(28));
const figure = fc.oneof(
  fc
    .tuple(fc.constantFrom("履", "意", "建", "活"), fc.integer({ min: 2021, max: 2030 }), below(99_999))
    .map(([kind, year, n]) => `${kind}-${year}-${String(n).padStart(5, "0")}`),
  day.map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  day.map(([y, m, d]) => `${y}年${m}月${d}日`),
  day.map(([y, m, d]) => `${y}.${m}.${d}`),
  day.map(([y, m, d]) => `${y}${two(m)}${two(d)}`),
  day.map(([, m, d]) => `${m}月${d}日上午9:30至11:45`),
  day.map(([y, m, d]) => `${y}/${m}/${d}-${y}/${m}/${d}`),
  below(99_999_999).map((n) => `${n}元`),
  below(99_999).map((n) => `${n / 100}万元`),
  below(9_999_999)
    .map((n) => n.toLocaleString("en"))
    .map((n) => `${n}元`),
  fc.tuple(below(9_999), below(9_999), below(9_999)).map(([a, b, c]) => `${a}户${b}人${c}人次`),
  fc.array(below(9_999), { minLength: 2, maxLength: 6 }).map((all) => `${all.join("、")}元`),
  fc.array(below(60), { minLength: 2, maxLength: 9 }).map((all) => `${all.join("、")}号楼`),
  fc.tuple(below(2_030), below(300)).map(([year, n]) => `黔府发〔${year}〕${n}号`),
  fc.tuple(below(99), below(99)).map(([a, b]) => `第${a}-${b}组`),
  fc.constantFrom("110", "119", "120", "12345", "12388", "4008123456", "1小时20分", "3.5公里", "17:00"),
);

test("numbers of records, days, hours, amounts and counts stay as they are, alone and one behind the other", () => {
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(",", "。", "、和", ",又有 ", ";"),
      (all, mark) => {
        const text = `昨天${all.join(mark)}`;
        expect(redact(text)).toEqual({ text, contacts: [] });
      },
    ),
    { numRuns: 5_000 },
  );
});

import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { findStep, toBase32, totpAddress, totpAt } from "#src/identify/totp.ts";
import { authenticator } from "#test/support/authenticator.ts";

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const SECRET = Buffer.from("12345678901234567890");
const at = (seconds: number): Date => new Date(seconds * 1_000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the number is what RFC 6238 says", (seconds, number) => {
  expect(totpAt(SECRET, at(seconds))).toBe(number);
});

test("a secret is written in the letters of RFC 4648, and an app that reads them shows the same number", () => {
  expect(toBase32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
  expect(toBase32(Buffer.from("foob"))).toBe("MZXW6YQ");
  for (let n = 0; n < 50; n += 1) {
    const secret = randomBytes(20);
    expect(authenticator(toBase32(secret), at(1_700_000_000 + n))).toBe(
      totpAt(secret, at(1_700_000_000 + n)),
    );
  }
  expect(totpAddress("履职助手", "张 伟", SECRET)).toMatch(
    /^otpauth:\/\/totp\/%E5[%\w]+:%E5%BC%A0%20%E4%BC%9F\?secret=[A-Z2-7]{32}&issuer=%E5[%\w]+$/u,
  );
});

test("the number of this half minute, the one before and the next are taken, no others", () => {
  const now = at(1_700_000_010);
  const taken = [-60, -30, 0, 30, 60].map(
    (by) => findStep(SECRET, totpAt(SECRET, at(1_700_000_010 + by)), now, null) !== undefined,
  );
  expect(taken).toEqual([false, true, true, true, false]);
});

test("a number that was taken, or is older than the last one, is taken no more", () => {
  const now = at(1_700_000_010);
  const step = findStep(SECRET, totpAt(SECRET, now), now, null);
  expect(step).toBeDefined();
  expect(findStep(SECRET, totpAt(SECRET, now), now, step ?? 0)).toBeUndefined();
  expect(findStep(SECRET, totpAt(SECRET, at(1_699_999_980)), now, step ?? 0)).toBeUndefined();
  expect(findStep(SECRET, totpAt(SECRET, at(1_700_000_040)), now, step ?? 0)).toBe((step ?? 0) + 1);
});

test.each(["", "12345", "1234567", "abcdef", "２８７０８２"])("%j is no number", (given) => {
  expect(findStep(SECRET, given, at(59), null)).toBeUndefined();
});

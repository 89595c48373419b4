import { RegExpParser } from "@eslint-community/regexpp";
import { listPatterns } from "./list-patterns.ts";
import { loopsOf, stringsOf } from "./strings-of.ts";

// Prints each pattern that a text can be matched by in so many ways that its time doubles with every repetition, one a
// line as JSON, and then how many were tried.

const CHOICES = 60;
const PAIRED = 14;
/** No text of anybody's has it: whatever came before was in vain. */
const END = "\u0001";
const MOST_TIMES = 26;
const STEP = 4;
/** Milliseconds that nothing of this length takes. */
const LONG = 12;
/** What grows like a power takes twice or three times as long for a few repetitions more; doubling, sixteen times. */
const FASTEST_GROWTH = 5;

type Slow = { readonly at: string; readonly repeated: string; readonly in: string };

function slowLoop(pattern: RegExp): Omit<Slow, "at"> | undefined {
  for (let turn = 0; turn < 4; turn += 1) pattern.exec(`走访${turn}`); // compiled before it is timed
  const { pattern: parsed } = new RegExpParser().parseLiteral(String(pattern));
  for (const { loop, before } of loopsOf(parsed)) {
    const words = stringsOf(loop, CHOICES).filter((one) => one !== "");
    const some = words.slice(0, PAIRED);
    const units = new Set([...words, ...some.flatMap((one) => some.map((other) => one + other))]);
    for (const unit of units)
      if (doubles(pattern, before, unit)) return { repeated: unit, in: loop.raw.slice(0, 160) };
  }
  return undefined;
}

function doubles(pattern: RegExp, before: string, unit: string): boolean {
  for (let times = STEP + 2; times <= MOST_TIMES; times += 2) {
    const took = timeOf(pattern, before + unit.repeat(times) + END);
    if (took > LONG) return timeOf(pattern, before + unit.repeat(times - STEP) + END) * FASTEST_GROWTH < took;
  }
  return false;
}

// The shorter of two: somebody else may have had the processor in the other.
function timeOf(pattern: RegExp, text: string): number {
  let least = Infinity;
  for (let turn = 0; turn < 2 && least > 1; turn += 1) {
    const from = performance.now();
    pattern.exec(text);
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const patterns = await listPatterns();
for (const { pattern, at } of patterns.values()) {
  const slow = slowLoop(pattern);
  if (slow !== undefined) process.stdout.write(`${JSON.stringify({ at, ...slow } satisfies Slow)}\n`);
}
process.stdout.write(`${JSON.stringify({ patterns: patterns.size })}\n`);

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAllowance } from "#src/kernel/allowance.ts";

const MINUTE_MS = 60_000;

test("nobody ever takes more than the measure and what has filled up since", () => {
  const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(20_000)), { maxLength: 300 });
  fc.assert(
    fc.property(steps, (moves) => {
      let now = 0;
      const allowance = createAllowance({ most: 20, perMs: MINUTE_MS }, () => now);
      const taken = new Map<number, number>();
      for (const [who, pause] of moves) {
        now += pause;
        if (allowance.take(String(who)) === "taken") taken.set(who, (taken.get(who) ?? 0) + 1);
      }
      for (const n of taken.values()) expect(n).toBeLessThanOrEqual(20 + Math.floor((now * 20) / MINUTE_MS));
    }),
  );
});

test("whoever goes beyond is told the first time, and again only after a calm stretch", () => {
  let now = 0;
  const allowance = createAllowance({ most: 3, perMs: MINUTE_MS }, () => now);
  const takes = (n: number): string[] => Array.from({ length: n }, () => allowance.take("flood"));
  expect(takes(5)).toEqual(["taken", "taken", "taken", "first-over", "over"]);
  now += 20_000;
  expect(takes(2)).toEqual(["taken", "over"]);
  now += MINUTE_MS;
  expect(takes(4)).toEqual(["taken", "taken", "taken", "first-over"]);
  expect(allowance.take("somebody else")).toBe("taken");
});

test("what was given back can be taken again", () => {
  const allowance = createAllowance({ most: 1, perMs: MINUTE_MS }, () => 0);
  expect(allowance.take("a")).toBe("taken");
  allowance.giveBack("a");
  expect(allowance.take("a")).toBe("taken");
  expect(allowance.take("a")).toBe("first-over");
});

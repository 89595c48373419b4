import { expect, test } from "vitest";
import { createPacer } from "#src/outbox/pace.ts";

test("a channel without a pace is never held back", () => {
  const pacer = createPacer(undefined, () => 0);
  for (let n = 0; n < 1_000; n += 1) pacer.note("a", 0);
  expect(pacer.allowance(0)).toBe(Infinity);
  expect(pacer.resting(0)).toEqual([]);
  expect(pacer.next(0)).toBeNull();
});

test("no second ever holds more messages than the network takes", () => {
  const pacer = createPacer({ perSecond: 30 }, () => 0);
  const sent: number[] = [];
  for (let at = 0; at < 5_000; at += 7) {
    for (let room = pacer.allowance(at); room > 0; room -= 1) {
      pacer.note(`c${sent.length}`, at);
      sent.push(at);
    }
  }
  const busiest = Math.max(
    ...sent.map((from) => sent.filter((at) => at >= from && at < from + 1_000).length),
  );
  expect(busiest).toBe(30);
  expect(sent.length).toBeGreaterThanOrEqual(145);
});

test("a conversation rests after each message, a little longer at random", () => {
  const pacer = createPacer({ conversationMs: 1_000, jitterMs: 500 }, () => 0.5);
  pacer.note("a", 0);
  expect(pacer.resting(1_249)).toEqual(["a"]);
  expect(pacer.next(0)).toBe(1_250);
  expect(pacer.resting(1_250)).toEqual([]);
});

import { expect, test } from "vitest";
import { createPacer } from "#src/outbox/pace.ts";

test("a channel without a pace is never held back", () => {
  const pacer = createPacer(undefined, () => 0);
  for (let n = 0; n < 1_000; n += 1) pacer.begin("a", 0);
  expect(pacer.allowance(0)).toBe(Infinity);
  expect(pacer.resting(0)).toEqual([]);
  expect(pacer.next(0)).toBeNull();
});

test("no second ever holds more messages than the network takes", () => {
  const pacer = createPacer({ perSecond: 30 }, () => 0);
  const sent: number[] = [];
  for (let at = 0; at < 5_000; at += 7) {
    for (let room = pacer.allowance(at); room > 0; room -= 1) {
      pacer.begin(`c${sent.length}`, at);
      pacer.end(`c${sent.length}`, at);
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
  pacer.begin("a", 0);
  pacer.end("a", 0);
  expect(pacer.resting(1_249)).toEqual(["a"]);
  expect(pacer.next(0)).toBe(1_250);
  expect(pacer.resting(1_250)).toEqual([]);
});

test("what is slow on the way counts from the answer: arrivals are as far apart as the network wants them", () => {
  const pacer = createPacer({ perSecond: 1, conversationMs: 1_000 }, () => 0);
  pacer.begin("a", 0);
  expect(pacer.allowance(900)).toBe(0);
  pacer.end("a", 900);
  expect(pacer.allowance(1_899)).toBe(0);
  expect(pacer.resting(1_899)).toEqual(["a"]);
  expect(pacer.next(1_000)).toBe(1_900);
  expect(pacer.allowance(1_900)).toBe(1);
});

test("a call that gets no answer holds up the others for two seconds at most", () => {
  const pacer = createPacer({ perSecond: 1 }, () => 0);
  pacer.begin("a", 0);
  expect(pacer.allowance(1_999)).toBe(0);
  expect(pacer.allowance(2_000)).toBe(1);
});

test("who is told to slow down again and again is asked for less and less often, until it works", () => {
  const pacer = createPacer(undefined, () => 0);
  const slowDown = (at: number): number => {
    pacer.begin("a", at);
    pacer.end("a", at, { slowed: true });
    return (pacer.next(at) ?? at) - at;
  };
  const rests = Array.from({ length: 12 }, (_, times) => slowDown(times * 100_000));
  expect(rests).toEqual([0, 0, 0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
  pacer.end("a", 2_000_000);
  expect(slowDown(3_000_000)).toBe(0);
});

import { expect, test } from "vitest";
import { createCalm } from "#src/outbox/calm.ts";

const SECOND = 1_000;
const HOUR = 3_600_000;

/** Writes whenever it may for so long, each call answered after 50 ms; when each began. */
function write(calm: ReturnType<typeof createCalm>, ms: number, mayBegin = calm.allowance): number[] {
  const began: number[] = [];
  for (let at = 0; at < ms; at += 100) {
    if (mayBegin(at) < 1) continue;
    began.push(at);
    calm.begin(at);
    calm.end(at + 50);
  }
  return began;
}

const gapsOf = (at: readonly number[]): number[] => at.slice(1).map((one, index) => one - (at[index] ?? 0));
/** Numbers in [0, 1) that look like chance and are the same each time. */
function chance(): () => number {
  let seed = 7;
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
}

test("between the calls of a calm channel there is always the gap, and never the same one", () => {
  const calm = createCalm({ gapMs: 2_500, jitterMs: 4_000 }, chance());
  const gaps = gapsOf(write(calm, 200 * SECOND));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_500);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(6_700);
  expect(new Set(gaps).size).toBeGreaterThan(15);
});

test("a call that gets no answer holds up the others for some seconds only", () => {
  const calm = createCalm({ gapMs: 2_500 }, () => 0);
  calm.begin(0);
  expect(calm.allowance(6_499)).toBe(0);
  expect(calm.waits(0)).toEqual([6_500]);
  expect(calm.allowance(6_500)).toBe(1);
});

test("the gap is kept from the answer, also where a call is slow or another still hangs", () => {
  const calm = createCalm({ gapMs: 2_500 }, () => 0);
  calm.begin(0);
  calm.end(3_000);
  expect([calm.allowance(5_499), calm.allowance(5_500)]).toEqual([0, 1]);
  calm.begin(6_000);
  calm.begin(12_500);
  calm.end(12_600);
  expect([calm.allowance(18_999), calm.allowance(19_000)]).toEqual([0, 1]);
});

test("no hour ever holds more calls than it may, and what may not come at once is spread over it", () => {
  const calm = createCalm({ gapMs: 2_500, perHour: 240 }, () => 0);
  const began = write(calm, 3 * HOUR);
  const busiest = Math.max(
    ...began.map((from) => began.filter((at) => at >= from && at < from + HOUR).length),
  );
  expect(busiest).toBeLessThanOrEqual(240);
  expect(busiest).toBeGreaterThanOrEqual(235);
  const late = gapsOf(began.filter((at) => at > HOUR));
  expect(Math.min(...late)).toBeGreaterThanOrEqual(19 * SECOND);
});

test("a notice to many leaves calls for those who ask something meanwhile", () => {
  const calm = createCalm({ gapMs: 2_500, perHour: 240 }, () => 0);
  const news = (at: number): number => (calm.allowsNews(at) ? calm.allowance(at) : 0);
  const began = write(calm, HOUR / 2, news);
  const last = began.at(-1) ?? 0;
  expect(write(calm, last + 61 * SECOND).filter((at) => at > last).length).toBeGreaterThanOrEqual(20);
});

test("whoever logs in after another process goes on with that one's hour", () => {
  const before = createCalm({ gapMs: 2_500, perHour: 240 }, () => 0);
  const calls = write(before, HOUR / 4).map((at) => ({ at, count: 1 }));
  const after = createCalm({ gapMs: 2_500, perHour: 240 }, () => 0);
  after.recall(calls);
  for (const at of [HOUR / 4, HOUR / 4 + 30 * SECOND, HOUR / 2])
    expect([after.allowance(at), after.allowsNews(at)]).toEqual([
      before.allowance(at),
      before.allowsNews(at),
    ]);
  // A crash loop does not begin a new hour each time.
  expect(write(after, HOUR / 4 + 60 * SECOND).filter((at) => at >= HOUR / 4).length).toBeLessThanOrEqual(4);
});

test("a call in which nothing left for the network takes nothing from the hour", () => {
  const calm = createCalm({ perHour: 240 }, () => 0);
  for (let n = 0; n < 200; n += 1) {
    calm.begin(n);
    calm.end(n, false);
  }
  expect(calm.allowance(200)).toBe(60);
});

test("a channel that need not be calm is never held back", () => {
  const calm = createCalm({}, () => 0);
  for (let n = 0; n < 1_000; n += 1) calm.begin(0);
  expect([calm.allowance(0), calm.allowsNews(0), calm.waits(0)]).toEqual([Infinity, true, []]);
});

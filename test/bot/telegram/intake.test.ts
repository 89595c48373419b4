import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { createIntake, type Intake } from "#bot/telegram/intake.ts";
import type { Take } from "#bot/telegram/take.ts";
import { Fault } from "#src/kernel/fault.ts";
import { silentLog } from "#test/support/silent-log.ts";

const says = (id: number, from: number, words = "你好"): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: from, type: "private", first_name: "李明" },
    from: { id: from, is_bot: false, first_name: "李明" },
    text: words,
  },
});
const cutOff = (): Fault => new Fault("database.unreachable", "connect ECONNREFUSED 127.0.0.1:5432");
type TakeIn = (update: Update, signal: AbortSignal, as?: "fileless" | "unread") => Promise<void>;
const intakeWith = (takeIn: TakeIn): Intake => {
  const take: Take = {
    whole: (update, signal) => takeIn(update, signal),
    fileless: (update, signal) => takeIn(update, signal, "fileless"),
    unread: (update, signal) => takeIn(update, signal, "unread"),
  };
  return createIntake({ take, log: silentLog, random: () => 0 }, new AbortController().signal);
};
const shown = (intake: Intake, all: readonly Update[]): readonly Update[] =>
  all.filter((one) => one.update_id >= intake.offset()).slice(0, 100);
/** Shows what is not confirmed, as polling does, until `isOver`. */
async function showUntil(intake: Intake, updates: readonly Update[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    intake.offer(shown(intake, updates), intake.offset());
    await sleep(100);
  }
}

test("a database that is away for nine seconds just after another was heard costs no deputy his words", async () => {
  const kept: string[] = [];
  let [isAway, isFirst] = [false, true];
  const intake = intakeWith((update, _signal, as) => {
    if (isAway || (update.update_id === 1 && isFirst)) {
      isFirst = false;
      return Promise.reject(cutOff());
    }
    kept.push(`${update.update_id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const updates = [says(1, 50, "昨天走访黄连村12户"), says(2, 51)];
  // 1 is cut off as the server goes down, 2 was stored just before.
  intake.offer(updates, 0);
  await sleep(50);
  isAway = true;
  const back = performance.now() + 9_000;
  await showUntil(intake, updates, () => performance.now() > back);
  isAway = false;
  await showUntil(intake, updates, () => kept.length > 1);
  expect(kept).toEqual(["2", "1"]);
}, 30_000);

test("what failed for a deputy three times while others were heard is tried once more whole", async () => {
  const kept: string[] = [];
  let tries = 0;
  const intake = intakeWith((update, _signal, as) => {
    if (update.update_id === 1 && (tries += 1) <= 4) return Promise.reject(new Error("cannot be stored"));
    kept.push(`${update.update_id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const own = (): string[] => kept.filter((one) => one === "1" || one === "1 unread");
  for (let next = 2; own().length === 0; next += 1) {
    intake.offer([says(1, 50), says(next, 51)], intake.offset());
    await sleep(100);
  }
  expect(own()).toEqual(["1"]);
}, 30_000);

const crowd = (count: number): Update[] => Array.from({ length: count }, (_, n) => says(2 + n, 100 + n));

test("a photo that cannot be scanned makes the bot deaf to none of a hundred and fifty others", async () => {
  const kept: string[] = [];
  const intake = intakeWith((update, _signal, as) => {
    if (update.update_id === 1 && as === undefined) return Promise.reject(new Fault("scanner.away", "away"));
    kept.push(`${update.update_id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const all = [says(1, 50), ...crowd(150)];
  for (let n = 0; n < 80 && kept.length < 151; n += 1) {
    intake.offer(shown(intake, all), intake.offset());
    await sleep(100);
  }
  expect([kept.length, kept.includes("1 fileless")]).toEqual([151, true]);
}, 30_000);

test("a photo for which Telegram asks an hour's patience makes the bot deaf to none of a hundred and fifty others", async () => {
  const kept: string[] = [];
  const intake = intakeWith((update, _signal, as) => {
    if (update.update_id === 1 && as === undefined)
      return Promise.reject(new Fault("channel.slow-down", "slow down", { retryAfterMs: 3_600_000 }));
    kept.push(`${update.update_id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const all = [says(1, 50), ...crowd(150)];
  for (let n = 0; n < 50 && kept.length < 151; n += 1) {
    intake.offer(shown(intake, all), intake.offset());
    await sleep(100);
  }
  expect([kept.length, kept.includes("1 fileless")]).toEqual([151, true]);
}, 30_000);

test("a photo that fails, with sixty others told of after it, is in nobody's way and is not left", async () => {
  const kept: string[] = [];
  let tries = 0;
  const intake = intakeWith((update, _signal, as) => {
    if (update.update_id === 1 && (tries += 1) <= 2)
      return Promise.reject(new Fault("channel.unreachable", "Telegram answered 502."));
    kept.push(`${update.update_id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const all = [says(1, 50), ...crowd(60)];
  await showUntil(intake, all, () => kept.some((one) => one === "1" || one.startsWith("1 ")));
  expect(kept.at(-1)).toBe("1");
}, 30_000);

test("what was taken while the next question was under way is not taken twice; numbers that begin anew are", async () => {
  const kept: number[] = [];
  const intake = intakeWith((update) => Promise.resolve(void kept.push(update.update_id)));
  const asked = 100;
  intake.offer([says(100, 50), says(101, 51)], asked);
  await intake.settled();
  // Asked before these were confirmed, answered after.
  intake.offer([says(100, 50), says(101, 51), says(102, 52)], asked);
  await intake.settled();
  expect(kept).toEqual([100, 101, 102]);
  intake.offer([says(7, 50)], intake.offset());
  await intake.settled();
  expect(kept).toEqual([100, 101, 102, 7]);
});

test("a photo for which Telegram asks an hour's patience does not keep waiting what its sender says next", async () => {
  const kept: number[] = [];
  const intake = intakeWith(({ update_id: id }) => {
    if (id === 1)
      return Promise.reject(new Fault("channel.slow-down", "slow down", { retryAfterMs: 3_600_000 }));
    kept.push(id);
    return Promise.resolve();
  });
  const began = performance.now();
  await showUntil(intake, [says(1, 50), says(2, 50), says(3, 50)], () => kept.length > 1);
  expect([kept, performance.now() - began < 1_000]).toEqual([[2, 3], true]);
  // The photo is still to come.
  expect(intake.offset()).toBeLessThan(2);
}, 10_000);

test("a photo that fails for some seconds lets its sender's words go first, and comes in the end", async () => {
  const kept: number[] = [];
  let isAway = true;
  const intake = intakeWith(({ update_id: id }) => {
    if (id === 1 && isAway) return Promise.reject(new Fault("scanner.away", "away"));
    kept.push(id);
    return Promise.resolve();
  });
  const all = [says(1, 50), says(2, 50)];
  await showUntil(intake, all, () => kept.length > 0);
  isAway = false;
  await showUntil(intake, all, () => kept.length > 1);
  expect(kept).toEqual([2, 1]);
}, 30_000);

test("one deputy's hundred messages after one that can never be stored deafen the bot for seconds, not for good", async () => {
  const kept: string[] = [];
  const intake = intakeWith(({ update_id: id }, _signal, as) => {
    if (id === 1 && as === undefined) return Promise.reject(new Error("cannot be stored"));
    kept.push(`${id}${as === undefined ? "" : ` ${as}`}`);
    return Promise.resolve();
  });
  const all = [...Array.from({ length: 120 }, (_, n) => says(1 + n, 50)), says(121, 51)];
  const began = performance.now();
  await showUntil(intake, all, () => kept.includes("121") || performance.now() - began > 25_000);
  expect([kept.includes("121"), kept.includes("1 unread"), kept.length]).toEqual([true, true, 121]);
}, 40_000);

test("where nothing can be stored, a full queue of one deputy is not tried through at every turn", async () => {
  let tries = 0;
  const intake = intakeWith(() => {
    tries += 1;
    return Promise.reject(new Error("nothing can be stored"));
  });
  const all = Array.from({ length: 120 }, (_, n) => says(1 + n, 50));
  const over = performance.now() + 3_000;
  await showUntil(intake, all, () => performance.now() > over);
  expect(tries).toBeLessThan(8);
}, 20_000);

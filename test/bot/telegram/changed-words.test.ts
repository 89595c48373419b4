import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { createIntake } from "#bot/telegram/intake.ts";
import { Fault } from "#src/kernel/fault.ts";
import { silentLog } from "#test/support/silent-log.ts";

const said = (id: number, text: string) => ({
  message_id: id,
  date: 1,
  chat: { id: 50, type: "private" as const, first_name: "李明" },
  from: { id: 50, is_bot: false, first_name: "李明" },
  text,
});
// What a photo is, only the way of taking it in knows.
const PHOTO: Update = { update_id: 1, message: said(1, "昨天走访黄连村12户") };
const CHANGED: Update = { update_id: 2, edited_message: { ...said(1, "昨天走访黄连村21户"), edit_date: 2 } };
const OTHER: Update = { update_id: 3, message: said(2, "我的履职") };

test("words that were changed while their photo waits come after it, and what was said since goes first", async () => {
  const kept: number[] = [];
  let isAway = true;
  const takeIn = ({ update_id: id }: Update): Promise<void> => {
    if (id === 1 && isAway)
      return Promise.reject(new Fault("channel.slow-down", "slow down", { retryAfterMs: 6_000 }));
    kept.push(id);
    return Promise.resolve();
  };
  const intake = createIntake(
    { take: { whole: takeIn, fileless: takeIn, unread: takeIn }, log: silentLog, random: () => 0 },
    new AbortController().signal,
  );
  const all = [PHOTO, CHANGED, OTHER];
  while (kept.length < 3) {
    intake.offer(
      all.filter((one) => one.update_id >= intake.offset()),
      intake.offset(),
    );
    await sleep(100);
    isAway &&= kept.length === 0;
  }
  expect(kept).toEqual([3, 1, 2]);
}, 30_000);

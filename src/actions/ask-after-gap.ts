import type { Tx } from "#db/client.ts";
import { listPeopleIn } from "#db/queries/accounts.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";

/** Presence is noted every half minute: longer than this nobody was there. */
const SHORTEST_GAP_MS = 2 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Notes that a network that delivers nothing twice is being heard now; `began` where somebody has just logged in. After
 * a gap, those who spoke there in the days before are asked to say again what they said meanwhile. A new log-in means a
 * gap however short, in which whoever was talking may have gone unheard: those who spoke in the minutes before are
 * asked, and nobody twice without a word of his in between. Source: reminders.ask_after_gap_days and
 * reminders.ask_after_break_minutes of the policy.
 */
export async function askAfterGap(
  tx: Tx,
  channel: RunningChannel,
  { now, zone, today, policy }: World,
  began: boolean,
): Promise<readonly News[]> {
  const name = `${channel.channel}:${channel.bot}`;
  const last = await findSetting(tx, `heard:${name}`);
  await saveSetting(tx, `heard:${name}`, now.toISOString());
  if (last === undefined) return [];
  const from = new Date(last);
  const isLong = now.getTime() - from.getTime() >= SHORTEST_GAP_MS;
  if (!isLong && !began) return [];
  const { ask_after_gap_days: days, ask_after_break_minutes: minutes } = policy.reminders;
  const since = isLong
    ? before(from, days * DAY_MS)
    : latest(before(from, minutes * MINUTE_MS), await findSetting(tx, `asked:${name}`));
  const people = await listPeopleIn(tx, channel, since);
  if (people.length > 0) await saveSetting(tx, `asked:${name}`, now.toISOString());
  const start = toLocal(from, zone);
  const gap = { on: start.day, from: toWallTime(start.minute), to: toWallTime(toLocal(now, zone).minute) };
  return people.map((to) => ({
    to,
    key: `gap:heard:${name}:${from.toISOString()}`,
    word: { kind: "channel.gap", gap, today },
  }));
}

const before = (instant: Date, ms: number): Date => new Date(instant.getTime() - ms);
const latest = (one: Date, other: string | undefined): Date =>
  other === undefined || new Date(other) < one ? one : new Date(other);

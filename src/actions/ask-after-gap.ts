import type { Tx } from "#db/client.ts";
import { listPeopleIn } from "#db/queries/accounts.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";

/** A shorter absence is a restart or a hiccup, which the network bridges by itself. */
const SHORTEST_GAP_MS = 2 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Notes that a network that delivers nothing twice is being heard now. After a gap, those who spoke there in the days
 * before are asked to say again what they said meanwhile; each gap is asked about once. Source:
 * reminders.ask_after_gap_days of the policy.
 */
export async function askAfterGap(
  tx: Tx,
  channel: RunningChannel,
  { now, zone, today, policy }: World,
): Promise<readonly News[]> {
  const name = `heard:${channel.channel}:${channel.bot}`;
  const last = await findSetting(tx, name);
  await saveSetting(tx, name, now.toISOString());
  const from = last === undefined ? now : new Date(last);
  if (now.getTime() - from.getTime() < SHORTEST_GAP_MS) return [];
  const people = await listPeopleIn(
    tx,
    channel,
    new Date(from.getTime() - policy.reminders.ask_after_gap_days * DAY_MS),
  );
  const start = toLocal(from, zone);
  const gap = { on: start.day, from: toWallTime(start.minute), to: toWallTime(toLocal(now, zone).minute) };
  return people.map((to) => ({
    to,
    key: `gap:${name}:${from.toISOString()}`,
    word: { kind: "channel.gap", gap, today },
  }));
}

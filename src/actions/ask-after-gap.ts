import type { Tx } from "#db/client.ts";
import { dropUnsentQuestions, listTalkers, markAsked, type Talker } from "#db/queries/gaps.ts";
import { findSetting, replaceSetting, saveSetting } from "#db/queries/settings.ts";
import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { Stretch } from "#src/domain/requests/channel.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";

/** Presence is noted every half minute: longer than this nobody was there. */
const SHORTEST_GAP_MS = 2 * 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Notes that a network that delivers nothing twice is being heard now; `began` where somebody has just logged in. After
 * a gap, those who spoke there in the days before are asked to say again what they said meanwhile. A new log-in means a
 * gap however short, in which whoever was talking may have gone unheard: those who spoke in the minutes before are
 * asked, and nobody twice without a word of his in between. A person has one open question: one that is not sent yet
 * gives way to a wider one, and whoever has said nothing since the last is asked again some hours after it at the
 * earliest. Source: reminders.ask_after_gap_days, ask_after_break_minutes and ask_again_hours of the policy.
 */
export async function askAfterGap(
  tx: Tx,
  channel: RunningChannel,
  world: World,
  began: boolean,
): Promise<readonly News[]> {
  const { now, policy, today, zone } = world;
  const name = `${channel.channel}:${channel.bot}`;
  const last = await replaceSetting(tx, `heard:${name}`, now.toISOString());
  if (last === undefined) return [];
  const from = new Date(last);
  const isLong = now.getTime() - from.getTime() >= SHORTEST_GAP_MS;
  if (!isLong && !began) return [];
  const { ask_after_gap_days: days, ask_after_break_minutes: minutes } = policy.reminders;
  const since = isLong
    ? before(from, days * DAY_MS)
    : latest(before(from, minutes * MINUTE_MS), await findSetting(tx, `asked:${name}`));
  const talkers = await listTalkers(tx, channel, since);
  if (talkers.length === 0) return [];
  await saveSetting(tx, `asked:${name}`, now.toISOString());
  const unsent = await dropUnsentQuestions(
    tx,
    talkers.map((one) => one.conversation),
  );
  const questions = talkers.map((one) => toQuestion(one, from, unsent.has(one.conversation), world));
  await markAsked(tx, questions);
  return questions.map(({ personId: to, asked }) => ({
    to,
    key: `gap:heard:${name}:${now.toISOString()}`,
    dueAt: asked.at,
    word: { kind: "channel.gap", gap: toStretch(asked.from, now, zone), today },
  }));
}

function toQuestion(one: Talker, from: Date, isWider: boolean, { now, policy, zone }: World) {
  const { reminders } = policy;
  const wanted = dueOf(one, isWider, reminders.ask_again_hours * HOUR_MS);
  const at = nextAllowedInstant(wanted > now ? wanted : now, reminders, zone);
  const isEarlier = isWider && one.asked !== null && one.asked.from < from;
  return { ...one, asked: { at, from: isEarlier ? one.asked.from : from } };
}

// What comes in place of one that is not sent yet is due when that was.
function dueOf({ asked, usedAt }: Talker, isWider: boolean, againMs: number): Date {
  if (asked === null) return new Date(0);
  if (isWider) return asked.at;
  return usedAt === null || usedAt <= asked.at ? before(asked.at, -againMs) : new Date(0);
}

function toStretch(from: Date, to: Date, zone: string): Stretch {
  const [start, end] = [toLocal(from, zone), toLocal(to, zone)];
  return {
    on: start.day,
    from: toWallTime(start.minute),
    to: toWallTime(end.minute),
    ...(end.day === start.day ? {} : { until: end.day }),
  };
}

const before = (instant: Date, ms: number): Date => new Date(instant.getTime() - ms);
const latest = (one: Date, other: string | undefined): Date =>
  other === undefined || new Date(other) < one ? one : new Date(other);

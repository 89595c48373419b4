import type { Tx } from "#db/client.ts";
import {
  claimDueReminders,
  countReminded,
  type DueReminder,
  markReminders,
  type ReminderFate,
} from "#db/queries/reminders.ts";
import { addDays } from "#src/domain/day.ts";
import { localDay, toInstant, toMinute } from "#src/domain/local-time.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import type { World } from "#src/domain/rules.ts";
import { tell } from "#src/outbox/tell.ts";
import type { JobParts } from "./job.ts";

/** What a reminder says as things stand now, or why it is not to be said. */
export type Composed = { readonly item: ReminderItem } | { readonly suppressed: string };

/** Puts due reminders into items, by the id of each; one that is missing has lost its ground. */
export type Compose = (
  tx: Tx,
  due: readonly DueReminder[],
  world: World,
) => Promise<ReadonlyMap<number, Composed>>;

const PEOPLE_AT_ONCE = 500;

/** A schedule with what puts its reminders into words; another beside it counts itself what it wrote down `since` then. */
export type Released = { readonly name: string; readonly compose: Compose; readonly since?: Date };

/** The schedule whose run it is, and those beside it that speak in the same message. */
type Schedules = readonly [Released, ...Released[]];

/**
 * Decides about everything that is due for the people for whom the first schedule has something due: told, one message
 * for each person; merged into that message; expired; suppressed with the reason; or put off where the person has heard
 * enough today. Returns the ids that this run is to count.
 */
export async function release(
  parts: JobParts,
  schedules: Schedules,
  world: World,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const done = await parts.db.transaction((tx) => releaseSome(tx, parts, schedules, world));
    ids.push(...done.filter((one) => isCounted(one, schedules)).map(({ id }) => id));
    if (done.length === 0) return ids;
  }
}

const isCounted = ({ schedule, createdAt }: DueReminder, schedules: Schedules): boolean => {
  const since = schedules.find(({ name }) => name === schedule)?.since;
  return since === undefined || createdAt <= since;
};

async function releaseSome(
  tx: Tx,
  { vault }: JobParts,
  schedules: Schedules,
  world: World,
): Promise<readonly DueReminder[]> {
  const [own, ...others] = schedules;
  const names = [own.name, ...others.map(({ name }) => name)] as const;
  const due = await claimDueReminders(tx, names, world.now, PEOPLE_AT_ONCE);
  if (due.length === 0) return [];
  const sendAt = nextAllowedInstant(world.now, world.policy.reminders, world.zone);
  const live = due.filter((one) => one.validUntil > sendAt && !one.declined);
  const composed = await composeAll(tx, live, schedules, world);
  const heard = await countHeard(tx, live, sendAt, world);
  const plans = [...Map.groupBy(due, (one) => one.personId).values()].map((of) =>
    planFor(of, { composed, heard, sendAt, world }),
  );
  await markReminders(
    tx,
    plans.flatMap((plan) => plan.fates),
  );
  await tell(
    tx,
    vault,
    plans.flatMap((plan) => plan.news),
    world,
  );
  return due;
}

async function composeAll(
  tx: Tx,
  live: readonly DueReminder[],
  schedules: Schedules,
  world: World,
): Promise<ReadonlyMap<number, Composed>> {
  const all = new Map<number, Composed>();
  for (const { name, compose } of schedules) {
    const own = live.filter(({ schedule }) => schedule === name);
    if (own.length === 0) continue;
    for (const [id, composed] of await compose(tx, own, world)) all.set(id, composed);
  }
  return all;
}

function countHeard(tx: Tx, due: readonly DueReminder[], sendAt: Date, { zone }: World) {
  const day = localDay(sendAt, zone);
  const people = due.map((one) => one.personId);
  return countReminded(tx, people, toInstant(day, 0, zone), toInstant(addDays(day, 1), 0, zone));
}

type Situation = {
  readonly composed: ReadonlyMap<number, Composed>;
  readonly heard: ReadonlyMap<number, number>;
  readonly sendAt: Date;
  readonly world: World;
};
type Plan = { readonly fates: readonly ReminderFate[]; readonly news: readonly News[] };

type Sayable = { readonly one: DueReminder; readonly item: ReminderItem };

/** What becomes of all that is due for one person. */
function planFor(own: readonly DueReminder[], situation: Situation): Plan {
  const { composed, heard, sendAt, world } = situation;
  const sayable: Sayable[] = [];
  const fates: ReminderFate[] = [];
  for (const one of own) {
    const said = composed.get(one.id) ?? { suppressed: "no-ground" };
    if (one.validUntil <= sendAt) fates.push({ id: one.id, state: "expired", reason: "too-late" });
    else if (one.declined) fates.push({ id: one.id, state: "suppressed", reason: "declined" });
    else if (isSuperseded(one, own)) fates.push({ id: one.id, state: "merged", reason: "later-step" });
    else if ("suppressed" in said) fates.push({ id: one.id, state: "suppressed", reason: said.suppressed });
    else sayable.push({ one, item: said.item });
  }
  const isEnough = (heard.get(own[0]?.personId ?? 0) ?? 0) >= world.policy.reminders.max_per_day;
  if (isEnough) return { fates: [...fates, ...sayable.map(({ one }) => putOff(one, situation))], news: [] };
  const told = sayOnce(sayable, situation);
  return { fates: [...fates, ...told.fates], news: told.news };
}

// After downtime several steps of one thing are due together: the last one says it all.
const isSuperseded = (one: DueReminder, own: readonly DueReminder[]): boolean =>
  own.some(
    (other) =>
      other.schedule === one.schedule &&
      other.thing === one.thing &&
      (other.dueAt > one.dueAt || (other.dueAt.getTime() === one.dueAt.getTime() && other.id > one.id)),
  );

function putOff(one: DueReminder, { sendAt, world }: Situation): ReminderFate {
  const { zone, policy } = world;
  const tomorrow = toInstant(addDays(localDay(sendAt, zone), 1), toMinute(policy.reminders.hour), zone);
  return one.validUntil > tomorrow
    ? { id: one.id, state: "waiting", dueAt: tomorrow }
    : { id: one.id, state: "suppressed", reason: "enough-today" };
}

function sayOnce(sayable: readonly Sayable[], { sendAt, world }: Situation): Plan {
  const [first, ...rest] = sayable.toSorted(
    (a, b) => a.one.validUntil.getTime() - b.one.validUntil.getTime(),
  );
  if (first === undefined) return { fates: [], news: [] };
  const { id, schedule, personId: to } = first.one;
  const key = `${schedule}:${id}`;
  const outboxKey = newsKey({ key, to });
  const items = withoutTwice([first, ...rest].map(({ item }) => item));
  const expiresAt = new Date(Math.max(...sayable.map(({ one }) => one.validUntil.getTime())));
  // 明天 is said as of the day on which it is read: what is released at night goes out in the morning.
  const today = localDay(sendAt, world.zone);
  const word = { kind: "deadline.reminder", reminder: id, items, today } as const;
  return {
    fates: [
      { id, state: "queued", outboxKey },
      ...rest.map(({ one }) => ({ id: one.id, state: "merged" as const, outboxKey })),
    ],
    news: [{ to, key, word, schedule, expiresAt }],
  };
}

// Whoever is warned of an activity is reminded of it by that; what two congresses ask for alike is said once.
function withoutTwice(items: readonly ReminderItem[]): readonly ReminderItem[] {
  const warned = items.flatMap((one) => (one.of === "upcoming-absence" ? [one.activity.number] : []));
  return items.filter((one, nth) => {
    if (one.of === "activity") return !warned.includes(one.activity.number);
    if (one.of !== "obligation") return true;
    const alike = items.filter(
      (other) => other.of === "obligation" && other.title === one.title && other.dueOn === one.dueOn,
    );
    const most = alike.toSorted((a, b) => missingOf(b) - missingOf(a))[0];
    return items.indexOf(most ?? one) === nth;
  });
}

const missingOf = (one: ReminderItem): number => (one.of === "obligation" ? (one.missing ?? 0) : 0);

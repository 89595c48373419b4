import { Gauge, Registry } from "prom-client";
import type { Db } from "#db/client.ts";
import { countUnsealed } from "#db/queries/audit-chain.ts";
import { countWaiting } from "#db/queries/inbox.ts";
import { countFailedGuesses } from "#db/queries/invites.ts";
import { listHolidayOverrides } from "#db/queries/holidays.ts";
import { countOutgoing } from "#db/queries/outbox-counts.ts";
import { type Day, yearOf } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import { knownYears } from "#src/domain/known-years.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { DayKind } from "#src/domain/working-calendar.ts";
import type { Clock } from "#src/kernel/clock.ts";
import { backupAgeSeconds } from "./backup-age.ts";
import type { Network } from "./channels.ts";

/** What the figures are read from; `networks` is asked each time, since channels come and go. */
export type MetricsParts = {
  readonly db: Db;
  readonly clock: Clock;
  readonly zone: string;
  /** The days of the policy file. */
  readonly decided: Readonly<Record<Day, DayKind>>;
  readonly networks: () => readonly Pick<
    Network,
    "name" | "bot" | "isLoggedIn" | "isLeading" | "heardLately"
  >[];
};

/** The figures worth an alarm, read when asked for: what waits, how long, what was given up, what is missing. */
export function createMetrics(parts: MetricsParts): () => Promise<string> {
  const registry = new Registry();
  const looks = [queues(parts, registry), channels(parts, registry), surroundings(parts, registry)];
  return async () => {
    for (const look of looks) await look();
    return registry.metrics();
  };
}

type Look = () => Promise<void>;

const gauge = (registers: Registry[], name: string, help: string, ...labelNames: string[]): Gauge =>
  new Gauge({ name, help, labelNames, registers });

function queues({ db, clock }: MetricsParts, registry: Registry): Look {
  const one = (name: string, help: string): Gauge => gauge([registry], name, help);
  const waiting = one("lvzhi_inbox_waiting", "Messages stored and not yet handled");
  const oldest = one("lvzhi_inbox_oldest_seconds", "Age of the oldest waiting message");
  const buried = one("lvzhi_inbox_buried", "Messages given up after five tries");
  const unsent = one("lvzhi_outbox_due", "Messages due and not yet sent");
  const oldestDue = one("lvzhi_outbox_oldest_seconds", "How long the message due first has been due");
  const failed = one("lvzhi_outbox_failed", "Messages that no network took");
  const repeats = one("lvzhi_outbox_possible_repeats", "Messages that may have been sent twice");
  return async () => {
    const inbox = await db.transaction(countWaiting);
    const outbox = await db.transaction((tx) => countOutgoing(tx, clock()));
    waiting.set(inbox.waiting);
    oldest.set(inbox.oldestSeconds);
    buried.set(inbox.buried);
    unsent.set(outbox.due);
    oldestDue.set(outbox.oldestDueSeconds);
    failed.set(outbox.failed);
    repeats.set(outbox.possibleRepeats);
  };
}

function channels({ networks }: MetricsParts, registry: Registry): Look {
  const leads = gauge(
    [registry],
    "lvzhi_channel_leads",
    "1 where the log-in of a network is this process's to hold, 0 where it stands by",
    "channel",
  );
  const loggedIn = gauge(
    [registry],
    "lvzhi_channel_logged_in",
    "1 where this process is logged in to a network",
    "channel",
  );
  const silent = gauge(
    [registry],
    "lvzhi_channel_silent_seconds",
    "Since a network last showed that it tells this process what is said; only where this one listens",
    "channel",
    "bot",
  );
  const pending = gauge(
    [registry],
    "lvzhi_channel_pending",
    "What a network says it could not deliver yet",
    "channel",
    "bot",
  );
  const failures = gauge(
    [registry],
    "lvzhi_channel_delivery_failures",
    "How often a network was found to have failed to deliver since it was asked before",
    "channel",
    "bot",
  );
  return async () => {
    silent.reset();
    pending.reset();
    failures.reset();
    for (const { name: channel, bot, isLoggedIn, isLeading, heardLately } of networks()) {
      const heard = heardLately?.() ?? null;
      if (heard !== null) {
        silent.set({ channel, bot }, inSeconds(heard.silentMs));
        pending.set({ channel, bot }, heard.pending);
        failures.set({ channel, bot }, heard.failures);
      }
      if (isLoggedIn !== undefined) loggedIn.set({ channel }, isLoggedIn() ? 1 : 0);
      if (isLeading !== undefined) leads.set({ channel }, isLeading() ? 1 : 0);
    }
  };
}

// To the millisecond: no clock knows more, and a long row of digits looks like somebody's number to whoever watches for these.
const inSeconds = (ms: number): number => Math.round(ms) / 1_000;

function surroundings({ db, clock, zone, decided }: MetricsParts, registry: Registry): Look {
  const known = gauge([registry], "lvzhi_calendar_known", "1 where a year's holidays are known", "year");
  const guesses = gauge([registry], "lvzhi_codes_failed_hour", "Wrong codes in the last hour");
  const unsealed = gauge(
    [registry],
    "lvzhi_audit_unsealed_seconds",
    "How long the audit's oldest line waits for its seal; it grows where the chain is broken",
  );
  const backup = gauge(
    [registry],
    "lvzhi_backup_age_seconds",
    "Since the last backup; -1 where there was none",
  );
  return async () => {
    const now = clock();
    const year = yearOf(localDay(now, zone));
    const overrides = { ...decided, ...(await db.transaction(listHolidayOverrides)) };
    const years = knownYears(OFFICIAL_DAYS, overrides);
    known.reset();
    for (const one of [year, year + 1]) known.set({ year: one }, years.has(one) ? 1 : 0);
    guesses.set(await db.transaction((tx) => countFailedGuesses(tx, now)));
    const { since } = await db.transaction(countUnsealed);
    unsealed.set(since === null ? 0 : inSeconds(now.getTime() - since.getTime()));
    backup.set(await db.transaction((tx) => backupAgeSeconds(tx, now)));
  };
}

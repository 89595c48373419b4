import type { Clock } from "#src/kernel/clock.ts";
import type { Db } from "#db/client.ts";
import { listNames } from "#db/queries/deputies.ts";
import { listHolidayOverrides } from "#db/queries/holidays.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Vault } from "#db/vault.ts";
import type { DocumentBlock } from "#src/domain/document.ts";
import { localDay } from "#src/domain/local-time.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";
import type { Workbooks } from "./workbooks.ts";
import type { Second } from "./second-reading.ts";
import { type Calendar, toCalendar } from "#src/domain/working-calendar.ts";

/** What the inbox works with. */
export type InboxParts = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly zone: string;
  readonly log: Log;
  readonly random: () => number;
  /** This process, as it is named in leases. */
  readonly holder: string;
  readonly policy: Policy;
  readonly register: Register;
  /** Somebody to ask where the rules are not sure; absent where there is nobody. */
  readonly second?: Second;
  /** Where people can be written to. */
  readonly running: readonly RunningChannel[];
  /** Makes a document to print. */
  readonly writeDocument: (blocks: readonly DocumentBlock[]) => Promise<Uint8Array>;
  /** Reads and writes workbooks. */
  readonly workbooks: Workbooks;
};

/** What messages may mention, and which days are worked. */
export type Known = {
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly calendar: Calendar;
};

/** What the district has on file that every message needs, as of at most a few seconds ago. */
export type Register = {
  readonly current: () => Promise<Known>;
};

const FRESH_MS = 5_000;

/** Keeps it in memory: names and holidays change a few times a year and are needed for every message. */
export function createRegister(db: Db, policy: Policy, monotonic: () => number): Register {
  let known: Promise<Known> | null = null;
  let readAt = -Infinity;
  return {
    current: () => {
      if (known === null || monotonic() - readAt > FRESH_MS) {
        readAt = monotonic();
        known = db.transaction(async (tx) => ({
          ...(await listNames(tx)),
          calendar: toCalendar(OFFICIAL_DAYS, { ...policy.calendar, ...(await listHolidayOverrides(tx)) }),
        }));
        known.catch(() => {
          known = null;
        });
      }
      return known;
    },
  };
}

/** The moment in the district's own day, with the rules that hold and the channels that run. */
export function worldOf(
  { policy, zone, running: channels }: Pick<InboxParts, "policy" | "zone" | "running">,
  calendar: Calendar,
  now: Date,
): World {
  return { now, zone, today: localDay(now, zone), policy, calendar, channels };
}

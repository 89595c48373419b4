import type { Clock } from "#src/kernel/clock.ts";
import type { Db } from "#db/client.ts";
import { listNames } from "#db/queries/deputies.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Vault } from "#db/vault.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { When } from "#src/domain/when.ts";

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
  readonly names: Names;
};

/** The names that messages may mention, as of at most a few seconds ago. */
export type Names = {
  readonly current: () => Promise<{ readonly people: readonly string[]; readonly places: readonly string[] }>;
  /** Makes the next look fresh, after an import. */
  readonly forget: () => void;
};

const FRESH_MS = 5_000;

/** Keeps the district's names in memory: they change a few times a year and are needed for every message. */
export function createNames(db: Db, monotonic: () => number): Names {
  let known: Promise<{ people: string[]; places: string[] }> | null = null;
  let readAt = -Infinity;
  return {
    current: () => {
      if (known === null || monotonic() - readAt > FRESH_MS) {
        readAt = monotonic();
        known = db.transaction(listNames);
        known.catch(() => {
          known = null;
        });
      }
      return known;
    },
    forget: () => {
      known = null;
    },
  };
}

/** The moment in the district's own day. */
export function whenOf(now: Date, zone: string): When {
  return { now, zone, today: localDay(now, zone) };
}

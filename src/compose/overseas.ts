import type { Db } from "#db/client.ts";
import { isMember } from "#db/queries/accounts.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { throwUnreachable } from "#db/unreachable.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Knows } from "#src/message/channel.ts";
import type { Config } from "./config.ts";

const SETTING = "overseas-decision";

/**
 * A channel whose servers are abroad starts only under a decision whose number and date are on record (Personal
 * Information Protection Law art. 36). The setting writes it down; once there, it stays.
 */
export async function requireDecision(db: Db, config: Config): Promise<void> {
  await db.transaction(async (tx) => {
    const given = config.OVERSEAS_DECISION;
    if (given !== undefined) await saveSetting(tx, SETTING, given);
    else if ((await findSetting(tx, SETTING)) === undefined)
      throw new Fault(
        "config.invalid",
        'OVERSEAS_DECISION is missing: a channel with servers abroad needs the number and date of the decision that allows it, such as "乌常办〔2026〕3号 2026-03-01". It is kept in the database.',
      );
  });
}

/**
 * Whom a channel abroad may take files of: whoever is bound and no resident. Rejects with `database.unreachable` while
 * the database is away.
 */
export const createKnows =
  (db: Db): Knows =>
  (sender) =>
    db.transaction((tx) => isMember(tx, sender)).catch(throwUnreachable);

import type { Tx } from "#db/client.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";

const LAST = "backup.at";

/** Notes that a backup was made. */
export const noteBackup = (tx: Tx, at: Date): Promise<void> => saveSetting(tx, LAST, at.toISOString());

/** Seconds since the last backup of this database; -1 where none is known. */
export async function backupAgeSeconds(tx: Tx, now: Date): Promise<number> {
  const at = await findSetting(tx, LAST);
  return at === undefined ? -1 : Math.max(0, (now.getTime() - Date.parse(at)) / 1_000);
}

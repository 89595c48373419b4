import type { Tx } from "#db/client.ts";
import { deleteSetting, findSetting, claimSettings, saveSetting } from "#db/queries/settings.ts";
import type { Vault } from "#db/vault.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Config } from "./config.ts";
import { demoKeyOf } from "./data-dir.ts";

/** The key this database is sealed with, as a keyed hash of nothing in particular: it tells keys apart, no more. */
const HELD = "field-key";
/** The key it is being sealed with anew; there only while `rotate-key` is at it, or was cut short. */
const COMING = "field-key.coming";
/** Set once the audit is sealed with the coming key: from then on there is no way but forward. */
const TAKEN_OVER = "field-key.taken-over";

const markOf = (vault: Vault): string => vault.fingerprint("field-key");

/** The field key that is configured: the setting, or the demo's own in its folder. */
export const fieldKeyOf = (config: Config, dataDir: string): string => config.FIELD_KEY ?? demoKeyOf(dataDir);

/** What is wrong with opening a database under a key, with the cure; null where nothing is. Nothing is noted. */
export async function keyProblem(tx: Tx, vault: Vault): Promise<string | null> {
  if ((await findSetting(tx, COMING)) !== undefined)
    return "The field key is being changed: wait for rotate-key to end; if it was cut short, run it again with the same FIELD_KEY and FIELD_KEY_NEW.";
  const held = await findSetting(tx, HELD);
  return held === undefined || held === markOf(vault)
    ? null
    : "FIELD_KEY is not the key this database was sealed with: set that one. After rotate-key it is the one that was FIELD_KEY_NEW.";
}

/**
 * Makes sure that a database is opened with the key it was sealed with, so that nothing unreadable is ever written
 * into it. The first key it is opened with is its key. Throws `database.key` with the cure.
 */
export async function requireKey(tx: Tx, vault: Vault): Promise<void> {
  const problem = await keyProblem(tx, vault);
  if (problem !== null) throw new Fault("database.key", problem);
  if ((await findSetting(tx, HELD)) === undefined) await saveSetting(tx, HELD, markOf(vault));
}

/**
 * Notes that the key is being changed, which keeps everybody else out; "changed" where that was done before, "resumed"
 * where an earlier run was cut short before it changed anything, "taken-over" where it was after. Throws `database.key` when the old key is not the database's, or another change was begun and not finished.
 */
export async function noteKeyChange(
  tx: Tx,
  old: Vault,
  fresh: Vault,
): Promise<"begun" | "resumed" | "taken-over" | "changed"> {
  await claimSettings(tx);
  const [held, coming] = [await findSetting(tx, HELD), await findSetting(tx, COMING)];
  if (held === markOf(fresh)) return "changed";
  if (held !== undefined && held !== markOf(old))
    throw new Fault("database.key", "FIELD_KEY is not the key this database was sealed with: set that one.");
  if (coming !== undefined && coming !== markOf(fresh))
    throw new Fault(
      "database.key",
      "A change to another key was begun and cut short: finish it first, with the FIELD_KEY_NEW it was begun with.",
    );
  await saveSetting(tx, HELD, markOf(old));
  await saveSetting(tx, COMING, markOf(fresh));
  if ((await findSetting(tx, TAKEN_OVER)) === markOf(fresh)) return "taken-over";
  return coming === undefined ? "begun" : "resumed";
}

/** Notes that the audit is sealed with the new key; in the transaction that seals it. */
export async function noteTakenOver(tx: Tx, fresh: Vault): Promise<void> {
  await saveSetting(tx, COMING, markOf(fresh));
  await saveSetting(tx, TAKEN_OVER, markOf(fresh));
}

/** Notes that nothing was changed after all. */
export const dropKeyChange = (tx: Tx): Promise<void> => deleteSetting(tx, COMING);

/** Notes that everything is sealed with the new key. */
export async function endKeyChange(tx: Tx, fresh: Vault): Promise<void> {
  await saveSetting(tx, HELD, markOf(fresh));
  await deleteSetting(tx, COMING);
  await deleteSetting(tx, TAKEN_OVER);
}

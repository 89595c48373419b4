import type { Vault } from "#db/vault.ts";
import { type Dialog, IDLE } from "#src/dialog/dialog.ts";

/** Where a conversation stands; one that never spoke, or stands by an earlier version's rules, begins anew. */
export function openDialog(vault: Vault, state: Buffer | undefined): Dialog {
  if (state === undefined) return IDLE;
  const dialog = JSON.parse(vault.open(state)) as Dialog;
  return dialog.version === IDLE.version ? dialog : IDLE;
}

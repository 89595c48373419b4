import type { Tx } from "#db/client.ts";
import type { LostFile } from "#db/queries/send-results.ts";
import type { Vault } from "#db/vault.ts";
import type { Policy } from "#src/domain/policy.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import { enqueue } from "./enqueue.ts";

/** What telling of lost files works with. */
type Parts = { readonly vault: Vault; readonly policy: Policy; readonly zone: string };

/**
 * Tells those who wait for a file that it is not coming, and what to do instead, once for each message. After hours of
 * trying nobody sits there waiting for it: never in the quiet hours.
 */
export async function tellLostFiles(
  tx: Tx,
  { vault, policy, zone }: Parts,
  lost: readonly LostFile[],
  now: Date,
): Promise<void> {
  const dueAt = nextAllowedInstant(now, policy.reminders, zone);
  const words = lost.map(
    ({ key, conversation }) =>
      ({ conversation, key: `lost:${key}`, reply: { kind: "file.lost" }, dueAt, unasked: true }) as const,
  );
  await enqueue(tx, vault, words, { now, zone, policy });
}

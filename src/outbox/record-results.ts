import type { Tx } from "#db/client.ts";
import { markBlocked, redirectBlocked } from "#db/queries/blocked.ts";
import { markSendResults, type SendResult } from "#db/queries/send-results.ts";
import type { Vault } from "#db/vault.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Channel } from "#src/message/channel.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { TAKES_NOTHING } from "./send.ts";
import { tellLostFiles } from "./tell-lost-files.ts";

/** What recording works with. */
type Parts = {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly zone: string;
  readonly policy: Policy;
  readonly channels: readonly Channel[];
};

/**
 * Records what came of calls, as far as their messages are still this process's: whose file was given up is told, and
 * news for an account that takes nothing any more goes to another one of the same person.
 */
export async function recordResults(tx: Tx, results: readonly SendResult[], parts: Parts): Promise<void> {
  const { clock, channels } = parts;
  const now = clock();
  const marked = await markSendResults(tx, results, now);
  await tellLostFiles(
    tx,
    parts,
    marked.flatMap((one) => ("lostFile" in one ? [one.lostFile] : [])),
    now,
  );
  const blocked = marked.filter((one) => "failed" in one && TAKES_NOTHING.has(one.failed));
  if (blocked.length === 0) return;
  const ids = blocked.map((one) => one.id);
  await markBlocked(tx, ids, now);
  const running = channels.map(({ name, bot }) => ({ channel: name, bot, abroad: isOverseas(name) }));
  await redirectBlocked(tx, ids, running);
}

import type { Tx } from "#db/client.ts";
import { listConversations } from "#db/queries/conversations.ts";
import { countStored } from "#db/queries/figures/stored.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FigureOutcome } from "#src/domain/requests/figures.ts";
import type { Grant } from "../gate.ts";

/** What is stored about the speaker (Personal Information Protection Law art. 44 and 45: to know, to look up). */
export async function showOwnData(
  tx: Tx,
  grant: Grant,
  { policy, today, account, speaker }: Pick<Facts, "policy" | "today" | "account" | "speaker">,
): Promise<FigureOutcome> {
  const { actorId: personId } = grant;
  const conversations = personId === null ? [account.conversation] : await listConversations(tx, [personId]);
  const stored = await countStored(tx, { personId, conversations });
  const periods = policy.retention;
  return {
    of: "figures.shown",
    view: { kind: "figures.own-data", who: speaker.kind, stored, periods, today },
  };
}

import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/** A message whose file was given up, and the conversation that it was for. */
export type LostFile = { readonly key: string; readonly conversation: Address };

/** What became of one attempt to send. */
export type SendResult =
  | {
      readonly id: number;
      readonly token: number;
      readonly sent: string;
      /** It was a part of the message, and not the last. */
      readonly more: boolean;
      /** It lies in a mailbox until somebody comes for it. */
      readonly held?: boolean;
    }
  | {
      readonly id: number;
      readonly token: number;
      readonly failed: string;
      /** Where somebody waits for a file that is not coming now. */
      readonly lostFile?: LostFile;
    }
  | {
      readonly id: number;
      readonly token: number;
      readonly retry: string;
      readonly delayMs: number;
      /** The call gave no answer: the message may have arrived. */
      readonly unsure: boolean;
      /** The network is there and only asked for patience: its earlier failures are forgotten. */
      readonly patience?: true;
    }
  /** Claimed and never tried. */
  | { readonly id: number; readonly token: number; readonly untried: true };

/**
 * Records results of attempts whose token is still valid, and returns those. Retries wait on the district's clock. What
 * hardly can have arrived is marked as a possible repeat, but is no try that counts.
 */
export async function markSendResults(
  tx: Tx,
  results: readonly SendResult[],
  now: Date,
): Promise<readonly SendResult[]> {
  if (results.length === 0) return [];
  const marked = await tx.execute<{ token: string }>(sql`
    update outbox o set status = t.status, external_id = t.external, reason = t.reason, lease_token = null,
      lease_until = null, due_at = coalesce(t.due, o.due_at), possible_repeat = o.possible_repeat or t.unsure,
      parts_sent = o.parts_sent + t.arrived::int,
      unsure = case when t.arrived then 0 when t.counts then o.unsure + 1
        else greatest(o.unsure, t.unsure::int) end,
      attempts = coalesce(t.attempts, o.attempts + t.taken_back),
      had_by = case when o.had_by is not null then clock_timestamp() end,
      sent_at = case when t.status = 'sent' then ${now.toISOString()}::timestamptz end,
      held = coalesce(t.held, false)
    from json_to_recordset(${JSON.stringify(results.map((one) => toMark(one, now)))}::text::json)
      as t(id int8, token int8, status text, external text, reason text, due timestamptz, unsure bool, counts bool,
        arrived bool, held bool, attempts int4, taken_back int4)
    where o.id = t.id and o.lease_token = t.token returning t.token::text as token`);
  const tokens = new Set(marked.map(({ token }) => Number(token)));
  return results.filter(({ token }) => tokens.has(token));
}

function toMark(result: SendResult, now: Date) {
  const { id, token } = result;
  const mark = { id, token, status: "new", unsure: false, counts: false, arrived: false, taken_back: 0 };
  if ("sent" in result) {
    const sent = { ...mark, arrived: true, external: result.sent, held: result.held };
    return result.more ? { ...sent, attempts: 1 } : { ...sent, status: "sent" };
  }
  if ("failed" in result) return { ...mark, status: "failed", reason: result.failed };
  if ("untried" in result) return { ...mark, taken_back: -1 };
  const due = new Date(now.getTime() + result.delayMs).toISOString();
  const { retry, unsure, patience } = result;
  const counts = unsure && retry !== "channel.file-away";
  return { ...mark, reason: retry, due, unsure, counts, ...(patience === true ? { attempts: 1 } : {}) };
}

import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/**
 * Notes that whoever is behind these senders was shown a version of the privacy notice. Who was shown it there before
 * gets no second line. To be called before the accounts themselves are marked.
 */
export async function insertShownNotices(
  tx: Tx,
  senders: readonly Address[],
  version: string,
  now: Date,
): Promise<void> {
  if (senders.length === 0) return;
  await tx.execute(sql`
    insert into consents (person_id, what, version, channel, at)
    select a.person_id, 'given', ${version}::text, a.channel, ${now.toISOString()}::timestamptz from accounts a
    where a.sender = any(${sql.param([...new Set(senders)])}::text[])
      and a.notice_version is distinct from ${version}::text`);
}

/** Notes that somebody takes back his consent to the version that he was shown last. */
export async function insertWithdrawal(
  tx: Tx,
  personId: number,
  { channel, version }: { readonly channel: string; readonly version: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into consents (person_id, what, version, channel, at)
    values (${personId}::int8, 'withdrawn', coalesce((select version from consents
      where person_id = ${personId}::int8 order by id desc limit 1), ${version}::text), ${channel},
      ${now.toISOString()}::timestamptz)`);
}

import type { Tx } from "#db/client.ts";
import { insertResident } from "#db/queries/accounts.ts";
import { tieFiles } from "#db/queries/attached.ts";
import { insertOpinions } from "#db/queries/cases.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { listTownshipsOf } from "#db/queries/townships.ts";
import { yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { Vault } from "#db/vault.ts";
import type { ReportOutcome, ReportRequest } from "#src/domain/requests/report.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import { nth } from "#src/kernel/nth.ts";
import type { Grant } from "./gate.ts";
import { dangerNews } from "./danger-news.ts";
import { toFiledOpinions, toOpinionRows } from "./opinion-rows.ts";
import { keepContacts } from "./keep-contacts.ts";

/**
 * Registers what a resident or a guest left, for the staff of the place it is about and the office to take up. A guest
 * is a resident of this channel from then on, so that the answer reaches the same account.
 */
export async function leaveOpinion(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Extract<ReportRequest, { do: "opinion.leave" }>,
  facts: When & Pick<Rules, "policy"> & { readonly account: AccountAddress },
): Promise<{
  readonly outcome: Extract<ReportOutcome, { of: "opinion.leave" }>;
  readonly news: readonly News[];
}> {
  const numbers = await nextNumbers(tx, "opinion", yearOf(facts.today), request.opinions.length);
  const personId = grant.actorId ?? (await insertResident(tx, facts.account, facts.now));
  const bringer = { personId, mandateId: null, townshipId: null, recordId: null };
  const places = await listTownshipsOf(
    tx,
    request.opinions.map((one) => one.place ?? null),
  );
  const rows = toOpinionRows(
    request.opinions,
    numbers,
    { ...bringer, inboxId: request.messageId },
    facts,
  ).map((row, index) => ({ ...row, townshipId: places[index] ?? null }));
  await insertOpinions(tx, rows);
  await keepContacts(tx, vault, request.opinions, numbers, facts.now);
  const files = await tieFiles(tx, facts.account.conversation, request.files ?? [], nth(numbers, 0));
  const news = await dangerNews(tx, rows, { actorId: personId, by: null }, facts);
  const opinions = toFiledOpinions(rows);
  return { outcome: { of: "opinion.leave", opinions, ...(files > 0 ? { files } : {}) }, news };
}

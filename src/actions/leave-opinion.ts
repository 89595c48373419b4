import type { Tx } from "#db/client.ts";
import { insertResident } from "#db/queries/accounts.ts";
import { insertOpinions } from "#db/queries/cases.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { listTownshipsOf } from "#db/queries/townships.ts";
import type { ReportOutcome, ReportRequest } from "#src/domain/requests/report.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { toOpinionRows } from "./opinion-rows.ts";

/**
 * Registers what a resident or a guest left, for the staff of the place it is about and the office to take up. A guest is a resident of
 * this channel from then on, so that the answer reaches the same account.
 */
export async function leaveOpinion(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "opinion.leave" }>,
  facts: When & { readonly account: AccountAddress },
): Promise<Extract<ReportOutcome, { of: "opinion.leave" }>> {
  const year = Number(facts.today.slice(0, 4));
  const numbers = await nextNumbers(tx, "opinion", year, request.opinions.length);
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
  return {
    of: "opinion.leave",
    opinions: rows.map(({ number, text, category, urgent }) => ({
      number,
      text,
      category,
      urgent: urgent === true,
    })),
  };
}

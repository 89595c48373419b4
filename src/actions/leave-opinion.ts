import type { Tx } from "#db/client.ts";
import { insertOpinions } from "#db/queries/cases.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import type { ReportOutcome, ReportRequest } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { toOpinionRows } from "./opinion-rows.ts";

/** Registers what a resident or a guest left, for the deputies and the office to take up. */
export async function leaveOpinion(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "opinion.leave" }>,
  when: When,
): Promise<Extract<ReportOutcome, { of: "opinion.leave" }>> {
  const numbers = await nextNumbers(tx, "opinion", Number(when.today.slice(0, 4)), request.opinions.length);
  const bringer = { personId: grant.actorId, mandateId: null, townshipId: null, recordId: null };
  const rows = toOpinionRows(request.opinions, numbers, { ...bringer, inboxId: request.messageId }, when);
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

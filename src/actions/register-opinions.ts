import type { Tx } from "#db/client.ts";
import { insertOpinions } from "#db/queries/cases.ts";
import { claimRecord } from "#db/queries/duty-records.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { FiledOpinion } from "#src/domain/requests/report.ts";
import { dangerNews } from "./danger-news.ts";
import { toFiledOpinions, toOpinionRows } from "./opinion-rows.ts";
import type { Filing } from "./write-reports.ts";

/**
 * Registers what was heard: on the first of the records that were filed with it, on the one that stood already, or on
 * none where its own is not filed. Tells whom it is dangerous to leave waiting.
 */
export async function registerOpinions(
  tx: Tx,
  { request, owner, grant, when }: Filing,
  filed: number | undefined,
): Promise<{ readonly opinions: FiledOpinion[]; readonly danger: readonly News[] }> {
  const { heardOn, reports } = request;
  const stood = typeof heardOn === "string" ? await claimRecord(tx, heardOn, owner.personId) : undefined;
  const recordId = (heardOn === undefined ? filed : stood?.id) ?? null;
  const numbers = await nextNumbers(tx, "opinion", yearOf(when.today), request.opinions.length);
  const held = owner.heldOn(when.today) ?? owner.heldOn(request.reports[0]?.date ?? when.today);
  const bringer = {
    personId: owner.personId,
    mandateId: held?.mandateId ?? null,
    townshipId: held?.townshipId ?? null,
  };
  const rows = toOpinionRows(
    request.opinions,
    numbers,
    { ...bringer, recordId, inboxId: request.messageId },
    when,
  );
  await insertOpinions(tx, rows);
  const danger = await dangerNews(
    tx,
    rows,
    {
      actorId: grant.actorId,
      by: owner.name,
      at: onlyPlace(heardOn === undefined ? reports : stood === undefined ? [] : [stood]),
    },
    when,
  );
  return { opinions: toFiledOpinions(rows), danger };
}

// On one of several visits it was heard, and it is not known on which.
const onlyPlace = (reports: readonly { readonly place?: string | null }[]): string | null => {
  const [place, other] = new Set(reports.map((one) => one.place ?? null));
  return other === undefined ? (place ?? null) : null;
};

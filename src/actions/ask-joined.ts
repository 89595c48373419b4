import type { Tx } from "#db/client.ts";
import { listOfColleagues } from "#db/queries/colleagues.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { Reported } from "./ask-away.ts";

/**
 * Asks first where a colleague's record of the same day and kind seems to tell of the same in other words: 敬老院 and
 * 东风镇敬老院, with the same number or the colleague named. Either answer files it; a yes makes it one occasion.
 */
export async function askJoined(
  tx: Tx,
  { request, reports, owner, own }: Reported,
): Promise<SureOutcome | undefined> {
  const [report, other] = reports;
  const held = report === undefined ? undefined : owner.heldOn(report.date);
  if (!own || request.again === true || report === undefined || other !== undefined || held === undefined)
    return undefined;
  const { kind, date, place, counts = {}, with: named = [] } = report;
  if (place === undefined) return undefined;
  const [found] = await listOfColleagues(tx, [
    { personId: owner.personId, townshipId: held.townshipId, kind, date, place, counts, named },
  ]);
  if (found === undefined || found === null) return undefined;
  const { by, ...record } = found;
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    question: { kind: "sure.joined", record, by },
  };
}

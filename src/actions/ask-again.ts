import { listHeardOn } from "#db/queries/cases.ts";
import type { Tx } from "#db/client.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { Reported } from "./ask-away.ts";
import { besideIt } from "./beside-it.ts";

/**
 * Asks first where records of the same day stand already that may tell of the same: `similar` has those of each report.
 * A no is of what stands already: the other deeds of the sentence are filed all the same, and so is what was heard, but
 * for what was written down with that record in the same words.
 */
export async function askAgain(
  tx: Tx,
  { request, reports, owner, own }: Reported,
  similar: readonly (readonly SimilarRecord[])[],
): Promise<SureOutcome> {
  const records = [...new Map(similar.flat().map((one) => [one.number, one])).values()];
  const [first] = records;
  const again = reports.filter((_, item) => similar[item]?.length !== 0);
  const others = request.reports.filter((one) => !again.includes(one));
  const opinions = await listUnheard(tx, request, records, owner.personId);
  // What is still ahead comes back by itself, with why.
  const filed = reports.length - again.length;
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    ...besideIt(request, {
      others,
      opinions,
      ...(records.length === 1 ? { heardOn: first?.number } : {}),
    }),
    question:
      first?.by !== undefined && own && isAlone(request)
        ? { kind: "sure.together", record: first, by: first.by }
        : {
            kind: "sure.similar",
            records,
            ...(filed === 0 ? {} : { others: filed }),
            ...(opinions.length === 0 ? {} : { opinions: opinions.length }),
          },
  };
}

async function listUnheard(
  tx: Tx,
  { opinions }: FileRequest,
  records: readonly SimilarRecord[],
  personId: number,
): Promise<FileRequest["opinions"]> {
  if (opinions.length === 0) return opinions;
  const heard = await listHeardOn(
    tx,
    records.map((one) => one.number),
    personId,
  );
  return opinions.filter((one) => !heard.includes(one.text));
}

// A share takes the place of one report; what else was said with it would be lost.
const isAlone = ({ reports, opinions, files }: FileRequest): boolean =>
  reports.length === 1 && opinions.length === 0 && files === undefined;

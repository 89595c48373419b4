import type { Tx } from "#db/client.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";
import { besideIt } from "./beside-it.ts";
import { findAway } from "./find-away.ts";
import type { Owner } from "./report-owner.ts";

/** A report that is about to be filed. */
export type Reported = {
  readonly request: FileRequest;
  /** Those that could be filed. */
  readonly reports: readonly ReportDraft[];
  readonly owner: Owner;
  /** The owner speaks. */
  readonly own: boolean;
};

/** Asks first where a report seems to tell of an activity that its deputy was not at by the register. */
export async function askAway(
  tx: Tx,
  { request, reports, owner, own }: Reported,
  when: When & Pick<Rules, "policy">,
): Promise<SureOutcome | undefined> {
  const away = await findAway(tx, owner.personId, reports, when);
  if (away === undefined) return undefined;
  const { made, ...asked } = away;
  const { on } = asked.activity;
  const others = request.reports.filter(
    ({ kind, date, end = date }) => date > on || end < on || !made.includes(kind),
  );
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    // A no is of that activity alone: the other deeds of the same sentence are filed all the same.
    ...besideIt(request, { others, opinions: request.opinions }),
    question: {
      kind: "sure.away",
      ...asked,
      ...(others.length === 0 ? {} : { others: others.length }),
      ...(request.opinions.length === 0 ? {} : { opinions: request.opinions.length }),
      ...(own ? {} : { of: owner.name }),
    },
  };
}

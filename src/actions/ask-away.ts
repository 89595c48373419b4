import { findActivity } from "#db/queries/activities.ts";
import { findAwayFrom } from "#db/queries/away-from.ts";
import type { Tx } from "#db/client.ts";
import { ACTIVITY_KINDS, type ActivityKind } from "#src/domain/activity.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReportRequest } from "#src/domain/requests/report.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Owner } from "./report-owner.ts";

type Reported = {
  readonly request: Extract<ReportRequest, { do: "report.file" }>;
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
  const away = await findAwayFrom(
    tx,
    reports.map(({ kind, date, end }) => ({
      personId: owner.personId,
      from: date,
      to: end ?? date,
      kinds: NAMES.filter((one) => when.policy.records.of_activities[one] === kind),
    })),
  );
  const activity = away === undefined ? undefined : await findActivity(tx, away.number);
  if (away === undefined || activity === undefined) return undefined;
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    question: {
      kind: "sure.away",
      activity: toActivityView(activity, when),
      status: away.status,
      ...(own ? {} : { of: owner.name }),
    },
  };
}

const NAMES: readonly ActivityKind[] = Object.keys(ACTIVITY_KINDS).filter((one): one is ActivityKind =>
  Object.hasOwn(ACTIVITY_KINDS, one),
);

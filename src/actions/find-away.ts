import { findActivity } from "#db/queries/activities.ts";
import { findAwayFrom } from "#db/queries/away-from.ts";
import type { Tx } from "#db/client.ts";
import { ACTIVITY_KINDS, type ActivityKind, type AttendanceStatus } from "#src/domain/activity.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";

/** What is told of, as far as a register can deny it. */
type Told = { readonly kind: DutyKind; readonly date: Day; readonly end?: Day };

/** An activity that a deputy was not at by its register. */
type Away = {
  readonly activity: ActivityView;
  readonly status: AttendanceStatus;
  /** The kinds of duty that having been there would be. */
  readonly made: readonly string[];
};

/** The first activity that one of these seems to tell of, and that the deputy was not at by the register. */
export async function findAway(
  tx: Tx,
  personId: number,
  told: readonly Told[],
  when: When & Pick<Rules, "policy">,
): Promise<Away | undefined> {
  const away = await findAwayFrom(
    tx,
    told.map(({ kind, date, end }) => ({
      personId,
      from: date,
      to: end ?? date,
      kinds: NAMES.filter((one) => when.policy.records.of_activities[one] === kind),
    })),
  );
  const activity = away === undefined ? undefined : await findActivity(tx, away.number);
  if (away === undefined || activity === undefined) return undefined;
  const made = NAMES.flatMap((one) =>
    one === activity.kind ? [when.policy.records.of_activities[one]] : [],
  );
  return { activity: toActivityView(activity, when), status: away.status, made };
}

const NAMES: readonly ActivityKind[] = Object.keys(ACTIVITY_KINDS).filter((one): one is ActivityKind =>
  Object.hasOwn(ACTIVITY_KINDS, one),
);

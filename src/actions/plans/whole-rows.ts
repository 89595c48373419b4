import type { PlanningOrg } from "#db/queries/plans.ts";
import { SITTING_KINDS, type SittingKind } from "#src/domain/activity.ts";
import { type Day, yearOf } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { PlanRow, SittingRow } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { titleOf } from "../activities/publish-activity.ts";

/** A row that stands alone, where nothing of it is missing. */
export function toWholeRow(
  { row, number, kind, on, time, place, content }: PlanRow,
  org: PlanningOrg | undefined,
  { zone }: World,
): WholeRow[] {
  if (org === undefined || number === null || kind === null || on === null || time === null) return [];
  return [
    {
      sheet: "plan",
      row,
      planKey: `${yearOf(on)}:${number}`,
      sessionKey: null,
      orgId: org.id,
      org: org.name,
      kind,
      title: titleOf({ org: org.name, kind }),
      on,
      time,
      startsAt: toInstant(on, toMinute(time), zone),
      place,
      content,
    },
  ];
}

type Sat = { readonly row: SittingRow; readonly org: PlanningOrg | undefined };
type WholeSitting = SittingRow & {
  readonly orgId: number;
  readonly number: string;
  readonly sitting: string;
  readonly title: string;
  readonly kind: SittingKind;
  readonly on: Day;
  readonly time: string;
  readonly org: string;
  readonly startsAt: Date;
};

/** Congress sessions with their sittings, each session before its sittings and with the day of its first one. */
export function toWholeSessions(rows: readonly Sat[], world: World): WholeRow[] {
  const sittings = rows.flatMap((one) => toWholeSitting(one, world));
  const sessions = Map.groupBy(sittings, (one) => `${one.orgId} ${one.number}`);
  return [...sessions.values()].flatMap((all) =>
    toSession(all.toSorted((a, b) => +a.startsAt - +b.startsAt)),
  );
}

function toWholeSitting({ row, org }: Sat, { zone }: World): WholeSitting[] {
  const { number, sitting, title, kind, on, time } = row;
  if (org === undefined || number === null || sitting === null || title === null) return [];
  if (kind === null || on === null || time === null) return [];
  const startsAt = toInstant(on, toMinute(time), zone);
  return [{ ...row, orgId: org.id, org: org.name, number, sitting, title, kind, on, time, startsAt }];
}

function toSession(sittings: readonly WholeSitting[]): WholeRow[] {
  const [first] = sittings;
  if (first === undefined) return [];
  // Apart from the keys of what stands alone: two marks after the year.
  const sessionKey = `${yearOf(first.on)}::${first.number}`;
  const common = ({ row, orgId, org, on, time, startsAt, place }: WholeSitting) => ({
    sheet: "sessions" as const,
    row,
    orgId,
    org,
    on,
    time,
    startsAt,
    place,
    content: null,
  });
  const { title } = first;
  return [
    { ...common(first), planKey: sessionKey, sessionKey: null, kind: "congress_session", title },
    ...sittings.map((one) => ({
      ...common(one),
      planKey: `${sessionKey}:${one.sitting}`,
      sessionKey,
      kind: one.kind,
      title: SITTING_KINDS[one.kind],
    })),
  ];
}

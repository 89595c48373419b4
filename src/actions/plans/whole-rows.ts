import type { PlanningOrg } from "#db/queries/plans.ts";
import { SITTING_KINDS, type SittingKind } from "#src/domain/activity.ts";
import { type Day, yearOf } from "#src/domain/day.ts";
import { toInstant, toLocal, toMinute, toWallTime } from "#src/domain/local-time.ts";
import { daysOf } from "#src/domain/plans/cell-when.ts";
import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { UndatedRow } from "#src/domain/plans/compare-undated.ts";
import type { PlanRow, SittingRow } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { titleOf } from "../activities/publish-activity.ts";

/** Rows that stand alone: those with day and hour, and those of which either is still open. */
export type ReadRow = { readonly dated: WholeRow } | { readonly undated: UndatedRow };

/** A row that stands alone, where nothing of it is missing; a day without its year is of the plan's year. */
export function toReadRow(
  { row, number, kind, when, time, place, content }: PlanRow,
  org: PlanningOrg | undefined,
  year: number,
  { zone }: World,
): ReadRow[] {
  if (org === undefined || number === null || kind === null || when === null) return [];
  const [from, to] = daysOf(when, when.year ?? year);
  const planKey = `${yearOf(from)}:${number}`;
  const common = {
    row,
    planKey,
    orgId: org.id,
    kind,
    title: titleOf({ org: org.name, kind }),
    place,
    content,
  };
  return [
    when.exact && time !== null
      ? { dated: toDated({ ...common, time }, from, zone) }
      : { undated: { ...common, from, to, said: when.said, time } },
  ];
}

/** The same row with a day and an hour. */
export const toDated = (
  row: Pick<UndatedRow, "row" | "planKey" | "orgId" | "kind" | "title" | "place" | "content"> & {
    readonly time: string;
  },
  on: Day,
  zone: string,
): WholeRow => ({
  sheet: "plan",
  row: row.row,
  planKey: row.planKey,
  sessionKey: null,
  orgId: row.orgId,
  kind: row.kind,
  title: row.title,
  on,
  time: row.time,
  startsAt: toInstant(on, toMinute(row.time), zone),
  place: row.place,
  content: row.content,
});

/** A row that leaves open what was fixed since: day and hour are those of the activity, as far as the row says none. */
export function asOnFile(
  row: UndatedRow,
  { startsAt }: { readonly startsAt: Date },
  { zone }: World,
): WholeRow {
  const { day, minute } = toLocal(startsAt, zone);
  const time = row.time ?? toWallTime(minute);
  return toDated({ ...row, time }, row.from === row.to ? row.from : day, zone);
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
  return [{ ...row, orgId: org.id, number, sitting, title, kind, on, time, startsAt }];
}

function toSession(sittings: readonly WholeSitting[]): WholeRow[] {
  const [first] = sittings;
  if (first === undefined) return [];
  // Apart from the keys of what stands alone: two marks after the year.
  const sessionKey = `${yearOf(first.on)}::${first.number}`;
  const common = ({ row, orgId, on, time, startsAt, place }: WholeSitting) => ({
    sheet: "sessions" as const,
    row,
    orgId,
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

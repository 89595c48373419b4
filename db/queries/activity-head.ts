import type { Day } from "#src/domain/day.ts";
import type { AttendedKind } from "#src/domain/activity.ts";

import type { activities } from "../schema/activities.ts";

type State = (typeof activities.$inferSelect)["state"];

/** What says of an activity which one it is, as it stands in its row. */
export type ActivityHeadRow = {
  id: string;
  number: string;
  org_id: string;
  kind: AttendedKind;
  session_id: string | null;
  title: string;
  starts_at: string;
  on_day: Day;
  place: string | null;
  content: string | null;
  held_back: boolean;
  state: State;
};

/** What says of an activity which one it is: its organisation, its session where it is a sitting, when, where and what. */
export type ActivityHead = {
  readonly id: number;
  readonly number: string;
  readonly orgId: number;
  readonly kind: AttendedKind;
  /** The session of a sitting. */
  readonly sessionId: number | null;
  readonly title: string;
  readonly startsAt: Date;
  readonly onDay: Day;
  readonly place: string | null;
  readonly content: string | null;
  /** Nobody is called to it yet. */
  readonly heldBack: boolean;
  readonly state: State;
};

/** The head of an activity from its row. */
export const toActivityHead = (row: ActivityHeadRow): ActivityHead => ({
  id: Number(row.id),
  number: row.number,
  orgId: Number(row.org_id),
  kind: row.kind,
  sessionId: row.session_id === null ? null : Number(row.session_id),
  title: row.title,
  startsAt: new Date(row.starts_at),
  onDay: row.on_day,
  place: row.place,
  content: row.content,
  heldBack: row.held_back,
  state: row.state,
});

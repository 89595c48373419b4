import type { AttendedKind } from "../activity.ts";
import type { AbsenceLine, AttendanceTally } from "./attendance-view.ts";
import type { FigurePeriod } from "./figure-period.ts";

/** A deputy's own attendance in a period. */
export type OwnAttendanceView = {
  readonly kind: "figures.own-attendance";
  readonly attendance: AttendanceTally;
  readonly absences: readonly AbsenceLine[];
  readonly period: FigurePeriod;
  /** Only at this kind of meeting. */
  readonly meeting?: AttendedKind;
  /** Absences before that, which count still; none where a period was asked for. */
  readonly earlier: readonly AbsenceLine[];
  /** The latest of all these of which its deputy is warned, and may object to. */
  readonly objectTo: string | null;
  /** The period was asked for. */
  readonly asked: boolean;
};

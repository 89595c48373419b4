import type { AttendanceTally } from "./attendance-view.ts";
import type { FigureBasis } from "./figure-basis.ts";
import type { Page } from "./figure-view.ts";
import type { Subject } from "./subject.ts";

/**
 * Attendance of one township, group or station, with what leads on to who was absent there; of those who are in none
 * without a label, and nothing leads on.
 */
type AttendancePart = {
  readonly label: string;
  readonly tally: AttendanceTally;
  readonly basis?: FigureBasis;
};

/** Attendance of many, by where they sit or by who was there. */
export type AttendancePartsView =
  /** Attendance, with a line for each township, group or station. */
  | {
      readonly kind: "figures.attendance-cut";
      readonly subject: Subject;
      readonly basis: FigureBasis;
      readonly by: NonNullable<FigureBasis["each"]>;
      readonly attendance: AttendanceTally;
      readonly lines: Page<AttendancePart>;
    }
  /** Who was never absent, or came every time, of how many who were called at all. */
  | {
      readonly kind: "figures.always-there";
      readonly subject: Subject;
      readonly basis: FigureBasis;
      readonly called: number;
      readonly names: Page<string>;
    };

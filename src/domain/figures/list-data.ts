import type { AttendanceStatus } from "../activity.ts";
import type { Citation } from "../citation.ts";
import type { Day } from "../day.ts";
import type { OpinionCategory } from "../opinion-category.ts";
import type { AttendanceTally } from "./attendance-view.ts";
import type { Subject } from "./subject.ts";

/** Where a deputy sat; null where the roster names none. */
export type SeatNames = {
  readonly township: string | null;
  readonly group: string | null;
  readonly station: string | null;
};

/** One absence without leave, with all that a table says of it. */
export type AbsenceRow = {
  readonly name: string;
  readonly seat: SeatNames | undefined;
  readonly number: string;
  readonly title: string;
  readonly date: Day;
  /** An `AttendedKind`. */
  readonly kind: string;
  readonly status: AttendanceStatus;
  readonly minutes: { readonly attended: number; readonly held: number } | null;
};

/** A deputy without a record in a stretch; the day of the last one at any time, if there is one. */
export type MissingRow = SeatNames & { readonly name: string; readonly lastDay: Day | null };

/** An opinion as a table has it: nothing of how its resident is reached. */
export type OpinionRow = {
  readonly number: string;
  readonly filedOn: Day;
  readonly category: OpinionCategory;
  readonly township: string | null;
  /** Its own, or else that of the visit on which it was heard. */
  readonly place: string | null;
  /** Who brought it, and the record of the visit; not of deputies whom the reader does not look after. */
  readonly deputy: string | null;
  readonly record: string | null;
  readonly text: string;
  readonly urgent: boolean;
  readonly state: "registered";
};

/** A list that goes into a table, all of one moment. */
export type ListData = {
  readonly subject: Subject;
  /** The subtrees that its reader looks after and that it may tell of. */
  readonly scope: readonly number[];
} & (
  | {
      readonly list: "absences";
      readonly rows: readonly AbsenceRow[];
      readonly attendance: AttendanceTally;
      readonly share: { readonly parts: number; readonly of: number } | null;
      readonly rules: readonly Citation[];
    }
  | {
      readonly list: "missing";
      readonly rows: readonly MissingRow[];
      readonly deputies: number;
      readonly on: Day;
    }
  | { readonly list: "opinions"; readonly rows: readonly OpinionRow[] }
);

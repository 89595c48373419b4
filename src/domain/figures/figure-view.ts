import type { Namesake } from "../requests/attendance.ts";
import type { Counts } from "../count-unit.ts";
import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { Speaker } from "../person.ts";
import type { OwnObligation } from "../requests/obligation.ts";
import type { Retention } from "../retention.ts";
import type { AbsenceLine, AttendanceLine, AttendanceReasons, AttendanceTally } from "./attendance-view.ts";
import type { Average } from "./average.ts";
import type { Cut, FigureBasis } from "./figure-basis.ts";
import type { FatesView } from "./fate-view.ts";
import type { FigurePeriod } from "./figure-period.ts";
import type { AttendancePartsView } from "./attendance-parts-view.ts";
import type { LeavesView } from "./leave-view.ts";
import type { MissingView } from "./missing-view.ts";
import type { OwnCase } from "./own-case.ts";
import type { OwnAttendanceView } from "./own-attendance-view.ts";
import type { Subject } from "./subject.ts";
import type { StoredClasses } from "./stored-classes.ts";
import type { CategoryLine, OpinionLine } from "./opinion-view.ts";
import type { DeputyTodo, StaffTodo, TodoItem, TodoKind } from "./todo.ts";

/** How much duty was done (docs/figures.md). */
export type Tally = {
  /** Duty records that count. */
  readonly records: number;
  /** Activities: what several deputies reported of one occasion is one. */
  readonly activities: number;
  /** Deputies who took part. */
  readonly deputies: number;
  /** Of the records, those staff entered and the deputy has not confirmed in time. */
  readonly unconfirmed: number;
  /** Quantities, each activity's once. */
  readonly counts: Counts;
};

/** All of a figure, beside the same stretch a year before. */
type Whole = { readonly tally: Tally; readonly before: Tally; readonly beforePeriod: FigurePeriod };

/** The same of another stretch of time, that it is held against. */
export type BesideView = { readonly tally: Tally; readonly period: FigurePeriod };

/** One line of a divided figure; its key tells parts of one name apart. */
export type CutLine = {
  readonly key: string;
  readonly label: string;
  readonly tally: Omit<Tally, "deputies">;
  /** Where an average of each line was asked for, what it is over. */
  readonly average?: Average;
};

/** One duty record as a list shows it. */
export type RecordLine = {
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: Day;
  readonly name: string;
  readonly place: string | null;
  readonly counts: Counts;
  readonly verified: boolean;
  readonly unconfirmed: boolean;
  /** Photos and files that lie with it. */
  readonly files: number;
};

/** A part of a longer list. `page` counts from 1. */
export type Page<T> = {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** Everything that is shown when figures are asked for: plain facts; `src/text` has the sentences. */
export type FigureView = { readonly today: Day } & (
  | {
      readonly kind: "figures.own-duty";
      readonly year: Tally;
      readonly month: Tally;
      readonly byKind: readonly CutLine[];
      readonly expected: readonly OwnObligation[];
      /** How many records of this year were sent back and count in none of it. */
      readonly returned?: number;
    }
  | { readonly kind: "figures.own-cases"; readonly cases: Page<OwnCase>; readonly word?: string }
  | {
      readonly kind: "figures.own-data";
      readonly who: Speaker["kind"];
      readonly stored: StoredClasses;
      readonly periods: Retention;
    }
  /** Several bear the name: which of them is meant. */
  | {
      readonly kind: "figures.which-deputy";
      readonly deputies: readonly Omit<Namesake, "personId">[];
    }
  | {
      readonly kind: "figures.profile";
      /** Where another stretch than this year was asked for. */
      readonly period?: FigurePeriod;
      readonly name: string;
      readonly group: string | null;
      readonly year: Tally;
      readonly byKind: readonly CutLine[];
      readonly opinions: number;
      readonly suggestions: number;
      readonly attendance: AttendanceTally;
    }
  | (Whole & {
      readonly kind: "figures.tally";
      readonly subject: Subject;
      readonly byKind: readonly CutLine[];
      /** Of suggestions and motions, how many records were made of one that was submitted here. */
      readonly submitted?: number;
      /** Where nothing counts, how many records wait for the deputy's word. */
      readonly waiting?: number;
      /** Where it was asked what came in, how many records did in the stretch, whenever their duty was done. */
      readonly filed?: number;
      readonly beside?: BesideView;
      readonly average?: Average;
      /** Divisions that make sense from here. */
      readonly cuts: readonly Cut[];
    })
  | {
      readonly kind: "figures.cut";
      readonly subject: Subject;
      readonly by: Cut;
      /** All of it, where it was not shown just before. */
      readonly whole?: Whole;
      /** Some lines only, each of which stands for itself. */
      readonly apart?: true;
      /** Beside them, how many opinions of residents were brought. */
      readonly opinions?: number;
      /** Of lines by township, how many occasions more they have together than the whole: shared ones are in each. */
      readonly repeated?: number;
      /** How many townships the question spoke of, where there are others, and how many records wait where none counts. */
      readonly towns?: number;
      readonly waiting?: number;
      /** Each with what it was made of, where that can be shown by itself. */
      readonly lines: Page<CutLine & { readonly basis?: FigureBasis }>;
    }
  /** `states`: it was asked whether they are verified. */
  | {
      readonly kind: "figures.records";
      readonly subject: Subject;
      readonly records: Page<RecordLine>;
      readonly states?: true;
    }
  | MissingView
  | {
      readonly kind: "figures.opinions";
      readonly subject: Subject;
      readonly basis: FigureBasis;
      readonly categories: readonly CategoryLine[];
      /** How many of earlier years wait still, where it is of this year. */
      readonly before: number;
    }
  | {
      readonly kind: "figures.backlog";
      readonly subject: Subject;
      readonly basis: FigureBasis;
      readonly lines: Page<OpinionLine>;
      /** How many wait at all, where those are told that wait long. */
      readonly open?: number;
    }
  | {
      readonly kind: "figures.todo";
      /** Null for somebody who is not one. */
      readonly staff: StaffTodo | null;
      readonly deputy: DeputyTodo | null;
      /** Of each kind the one that waits longest. */
      readonly first: readonly TodoItem[];
      readonly org?: string;
    }
  | {
      readonly kind: "figures.todo-list";
      readonly what: TodoKind;
      readonly lines: Page<TodoItem>;
      readonly org?: string;
    }
  | {
      readonly kind: "figures.absences";
      readonly subject: Subject;
      readonly basis: FigureBasis;
      readonly lines: Page<AbsenceLine>;
      readonly attendance: AttendanceTally;
    }
  | AttendancePartsView
  | LeavesView
  | FatesView
  | OwnAttendanceView
  /** What each activity was counted as. */
  | ({
      readonly kind: "figures.attendance-lines";
      /** Of whom, where it is not the reader's own. */
      readonly subject?: Subject;
      readonly lines: Page<AttendanceLine>;
    } & AttendanceReasons)
  | { readonly kind: "figures.score-closed"; readonly year: Tally }
);

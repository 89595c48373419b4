import type { Day } from "../day.ts";
import type { OrgKind } from "../org.ts";
import type { MandateStatus, StaffRole } from "../person.ts";

/** An organisation as the roster lists it. Orgs are known by name within their kind. */
export type OrgEntry = {
  readonly row: number;
  readonly name: string;
  readonly kind: OrgKind;
  readonly parent: string | null;
  readonly code: string | null;
};

/** How a roster tells people of one name apart: by a number of the office's own, or by their telephone. */
export type PersonKey = {
  readonly name: string;
  readonly code: string | null;
  /** Digits. */
  readonly phone: string | null;
};

/** An optional cell: undefined where the file has no such column, so that nothing is taken away by its absence. */
export type Optional<T> = T | null | undefined;

/** A seat in a congress as the roster lists it. */
export type MandateEntry = {
  readonly row: number;
  readonly person: PersonKey;
  readonly level: "district" | "township";
  readonly term: string;
  readonly constituency: Optional<string>;
  readonly group: Optional<string>;
  readonly township: Optional<string>;
  readonly station: Optional<string>;
  readonly from: Day;
  readonly to: Day | null;
  readonly status: MandateStatus;
  /** Deputies Law art. 61: the stretch in which the mandate rests. */
  readonly suspendedFrom: Day | null;
  readonly suspendedTo: Day | null;
};

/** A role as the roster lists it. */
export type StaffEntry = {
  readonly row: number;
  readonly person: PersonKey;
  readonly role: StaffRole;
  readonly org: string;
  readonly from: Day;
  readonly to: Day | null;
};

/** All that a roster file says, row by row, before anything is compared. */
export type Roster = {
  readonly orgs: readonly OrgEntry[];
  readonly mandates: readonly MandateEntry[];
  readonly staff: readonly StaffEntry[];
};

/** What is wrong with a cell. */
export type RosterFault =
  | "not-a-name"
  | "twice-named"
  | "merged"
  | "missing"
  | "not-a-day"
  | "not-a-phone"
  | "not-in-list"
  | "error-value"
  | "unknown-org"
  | "other-kind-of-org"
  | "org-of-two"
  | "org-differs"
  | "to-before-from"
  | "twice"
  | "overlap"
  | "overlap-earlier"
  | "overlap-later"
  | "rests-overlap"
  | "needs-number"
  | "which-of-two"
  | "rests-outside"
  | "rests-still"
  | "phone-of-other"
  | "phone-differs"
  | "in-circle"
  | "number-of-other"
  | "formula"
  | "too-long"
  | "no-sheet"
  | "no-column"
  | "column-twice"
  | "unknown-column"
  | "no-rows"
  | "unknown-person"
  | "not-in-office"
  | "future-day"
  | "not-a-count"
  | "not-a-time"
  | "not-a-when"
  | "no-year"
  | "not-minutes"
  | "not-as-above"
  | "unknown-unit"
  | "unit-of-two"
  | "day-over"
  | "kind-told"
  | "title-told"
  | "other-title"
  | "not-a-congress"
  | "too-many-plans"
  | "too-many-names"
  | "too-many-rows";

/** One bad cell, as a person finds it in the file: sheet, row from 1, and the head of the column. */
export type RosterProblem = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly fault: RosterFault;
  readonly value: string;
  /** What the sentence names beside the value: what may stand there, a day, another row. */
  readonly named?: readonly string[];
  /** Further rows where the same stands in the same column, and is as wrong. */
  readonly alsoRows?: readonly number[];
};

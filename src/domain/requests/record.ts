import type { Counts, CountUnit } from "../count-unit.ts";
import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";

/** A record as its deputy and the staff who look after it may read it. */
export type RecordView = {
  readonly number: string;
  readonly name: string;
  readonly kind: DutyKind;
  readonly date: Day;
  readonly end: Day;
  readonly time: string | null;
  readonly place: string | null;
  readonly counts: Counts;
  readonly approx: readonly CountUnit[];
  readonly text: string;
  readonly state: "confirmed" | "verified" | "returned" | "withdrawn";
  /** Staff entered it, and the deputy's word is still awaited. */
  readonly waiting: boolean;
  readonly companions: readonly {
    readonly name: string;
    readonly state: "named" | "confirmed" | "declined";
  }[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  /** How many times it was changed after filing. */
  readonly changes: number;
  /** The reader's own. */
  readonly own: boolean;
};

/** Shows one duty record by its number. */
export type RecordRequest = { readonly do: "record.show"; readonly number: string };

/** The record asked for, which the reader may see. */
export type RecordOutcome = { readonly of: "record.shown"; readonly view: RecordView };

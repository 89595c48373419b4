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
  /** How many times what it says was changed after filing: once for all that one message changed. */
  readonly changes: number;
  /** What its deputy said of it when it had been sent back, last. */
  readonly explained?: string | null;
  /** The reader's own. */
  readonly own: boolean;
};

/** One change of what a record says, with its day and clock time, and what it said before and after as it is kept. */
export type RecordChange = {
  /** The moment of the message that changed it. */
  readonly at: string;
  readonly on: Day;
  readonly time: string;
  readonly by: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Shows one duty record by its number, or what was changed in it; without a number of the own one changed last. */
export type RecordRequest =
  | { readonly do: "record.show"; readonly number: string; readonly changes?: true }
  | { readonly do: "record.show"; readonly number?: undefined; readonly changes: true };

/** The record asked for, which the reader may see, and where they were asked for its changes. */
export type RecordOutcome = {
  readonly of: "record.shown";
  readonly view: RecordView;
  readonly trace?: readonly RecordChange[];
};

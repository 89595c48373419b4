import type { Counts } from "./count-unit.ts";
import type { RecordLine } from "./figures/figure-view.ts";
import type { AttendanceStatus } from "./activity.ts";
import type { ActivityView } from "./requests/activity.ts";
import type { Amendment } from "./requests/amendment.ts";
import type { FiledRecord } from "./requests/report.ts";

/** What is asked before records go back, before one that came back is put right, and before one that a register denies. */
export type ReturnQuestion =
  /** A record would go back to its deputy. */
  | {
      readonly kind: "sure.return";
      readonly record: RecordLine;
      readonly reason: string;
      readonly moved: boolean;
    }
  /** All these records would go back to their deputies, for one reason. */
  | {
      readonly kind: "sure.return-all";
      readonly records: readonly RecordLine[];
      readonly reason: string;
      /** How many more there are, which stay as they are. */
      readonly left: number;
      /** Numbers that were named and cannot go back. */
      readonly without: readonly string[];
    }
  /**
   * The latest record is verified: one that was sent back would be changed instead. With `before` it is one that was
   * counted too low or too high: this is what it counts as yet.
   */
  | {
      readonly kind: "sure.amend";
      readonly record: FiledRecord;
      readonly now: Amendment;
      readonly before?: Counts;
    }
  /** By its register the deputy was not at what seems to be told of. */
  | {
      readonly kind: "sure.away";
      readonly activity: ActivityView;
      readonly status: AttendanceStatus;
      /** How many other deeds and opinions were told with it, which a no files all the same. */
      readonly others?: number;
      readonly opinions?: number;
      /** Whose record it is, where staff report. */
      readonly of?: string;
    };

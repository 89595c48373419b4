import type { AttendanceStatus } from "../activity.ts";
import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";
import type { MarkedStatus, Namesake } from "./attendance.ts";

/** What somebody is told of the register without having asked. */
export type AttendanceNews =
  | {
      readonly kind: "attendance.changed";
      readonly activity: ActivityView;
      readonly status: MarkedStatus;
      readonly by: string;
      /** Leave that had been granted went with the correction. */
      readonly leaveFell?: true;
    }
  /** What the deputy reported of it does not count: by the register he or she was not there. */
  | {
      readonly kind: "attendance.own-out";
      readonly activity: ActivityView;
      readonly status: AttendanceStatus;
      readonly number: string;
    }
  | {
      readonly kind: "attendance.objection";
      readonly activity: ActivityView;
      readonly who: Namesake;
      readonly text: string;
      /** What was said against it before, and when the office decided on that. */
      readonly earlier?: string;
      readonly decidedOn?: Day;
    }
  | {
      readonly kind: "attendance.objection-answered";
      readonly activity: ActivityView;
      readonly upheld: boolean;
      /** What it counts as now. */
      readonly as?: "present" | "leave";
      readonly note: string;
    };

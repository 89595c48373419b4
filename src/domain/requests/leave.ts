import type { AttendedKind, LeaveState } from "../activity.ts";
import type { Day } from "../day.ts";
import type { Page } from "../figures/figure-view.ts";
import type { LeaveApprover } from "../leave-policy.ts";
import type { LeaveReason } from "../leave-reason.ts";
import type { ActivityView } from "./activity.ts";
import type { Foretold } from "./foretold.ts";

/** What a deputy answers to a notice: he or she comes, stays away, or asks what became of that. */
export type LeaveRequest =
  /** Without a number: the only one that is open. */
  | {
      readonly do: "activity.coming";
      readonly activity?: string;
      readonly on?: Day;
      /** Said without a day or a name: a notice that came just now, right above it, is meant. */
      readonly bare?: true;
      /** Leave is taken back: only what leave was asked from, or granted, is meant. */
      readonly leaveBack?: true;
      /** What kind of meeting that leave is from, where the words tell. */
      readonly kind?: AttendedKind;
      /** It was said that no leave was meant: what it is from is shown before it is taken back. */
      readonly ask?: true;
      /** Not for all of it. */
      readonly foretold?: Foretold;
      /** Tapped on a notice that was answered before. */
      readonly again?: true;
    }
  | {
      readonly do: "activity.leave";
      readonly activity?: string;
      readonly on?: Day;
      /** Only the date was said, and no month: it may be that of another month on which something is. */
      readonly anyMonth?: true;
      /** What kind of meeting was named, where the words tell. */
      readonly kind?: AttendedKind;
      /** Which part of a day, or of a congress, was named. */
      readonly part?: PartOfCongress;
      readonly reason?: LeaveReason;
      /** The deputy's own words. */
      readonly note?: string;
      /** 可能去不了: it is asked about first. */
      readonly unsure?: true;
      /** Nothing in the words names what it is leave from: unless that was told of just now, it is shown first. */
      readonly implied?: true;
      /** Asked for belatedly, for what has begun: on one of these days, where any is named. */
      readonly belated?: readonly Day[];
      /** Tapped on a notice that was answered before. */
      readonly again?: true;
    }
  /** What the deputy asked leave from, and what came of it. */
  | { readonly do: "activity.own-leaves"; readonly page?: number };

/** A part of a day or of a congress, as words name it: a half of the day, its nth day (-1: the last), or all of it. */
export type PartOfCongress = {
  readonly half?: "morning" | "afternoon";
  readonly nth?: number;
  readonly whole?: true;
};

/** Leave that a deputy asked for, and whether it was granted. */
export type OwnLeave = ActivityView & {
  readonly state: Exclude<LeaveState, "withdrawn">;
  /** By a final register the deputy came all the same. */
  readonly came: boolean;
};

/** What leave was asked from and lies ahead or was lately, with what came of it. */
export type OwnLeavesOutcome = { readonly of: "activity.own-leaves"; readonly leaves: Page<OwnLeave> };

/** What became of a wish for leave. */
export type LeaveOutcome =
  /** `also`: leave from these wants the same reason. */
  | {
      readonly of: "activity.why-leave";
      readonly activity: ActivityView;
      readonly also?: readonly ActivityView[];
    }
  /** Leave or not: it was said as a maybe. */
  | {
      readonly of: "activity.leave-unsure";
      readonly activity: ActivityView;
      readonly implied?: true;
      readonly reason?: LeaveReason;
      readonly note?: string;
    }
  | {
      readonly of: "activity.leave-sent";
      readonly activity: ActivityView;
      readonly reason: LeaveReason;
      /** Why, in his or her own words, where these are of no class. */
      readonly said?: string;
      readonly late: boolean;
      readonly again: boolean;
      /** Who is asked for it; null where nobody is on file who could decide. */
      readonly to: LeaveApprover | null;
    }
  /** It was granted before and stands. */
  | { readonly of: "activity.leave-stands" | "activity.leave-waits"; readonly activity: ActivityView };

import type { LeaveState } from "../activity.ts";
import type { Day } from "../day.ts";
import type { FigureBasis } from "./figure-basis.ts";
import type { Page } from "./figure-view.ts";
import type { Subject } from "./subject.ts";

/** Where leave stands: as it was asked for and decided, or entered in the register without a wish. */
export type LeaveStanding = Exclude<LeaveState, "withdrawn"> | "entered";

/** Somebody's leave from one activity, without its reason. */
export type LeaveLine = {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly date: Day;
  readonly state: LeaveStanding;
};

/** Who has asked for leave in a stretch, the latest activity first. */
export type LeavesView = {
  readonly kind: "figures.leaves";
  readonly subject: Subject;
  readonly basis: FigureBasis;
  readonly counts: Readonly<Record<LeaveStanding, number>>;
  readonly lines: Page<LeaveLine>;
};

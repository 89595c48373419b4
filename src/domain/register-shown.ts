import type { ActivityView } from "./requests/activity.ts";
import type { Tally, TimesPresent } from "./requests/attendance.ts";

/** A register as its cards show it; `moved`: what was shown before has changed since. */
export type RegisterShown = {
  readonly activity: ActivityView;
  readonly tally: Tally;
  readonly times: TimesPresent | null;
  /** Absent, and began to ask for leave without saying why. */
  readonly unfinished?: readonly string[];
  /** In another register of the same time: they came there and are absent here, or the other way round. */
  readonly elsewhere?: readonly {
    readonly name: string;
    readonly came: boolean;
    readonly activity: ActivityView;
  }[];
  readonly moved: boolean;
};

import type { Day } from "../day.ts";

/** A stretch of time on the district's clocks; hours as HH:MM. It ends on the day it begins unless `until` is there. */
export type Stretch = {
  readonly on: Day;
  readonly from: string;
  readonly until?: Day;
  readonly to: string;
};

/** What somebody is told about the network itself. */
export type ChannelNews =
  /** The network was not heard for a while: what was said meanwhile may be lost. */
  { readonly kind: "channel.gap"; readonly gap: Stretch };

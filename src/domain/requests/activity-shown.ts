import type { Page } from "../figures/figure-view.ts";
import type { ActivityView } from "./activity.ts";
import type { Tally } from "./attendance.ts";
import type { Foretold } from "./foretold.ts";

/** One activity as whoever it concerns, and staff, may read it. */
export type ShownActivity = ActivityView & {
  readonly content: string | null;
  readonly state: "planned" | "cancelled" | "final";
  /** It was entered after it was held. */
  readonly entered?: boolean;
  /** It has begun, or is over. */
  readonly begun: boolean;
  /** The reader's own answer; null before one is given, absent where he or she was not called to it. */
  readonly answer?: "coming" | "leave" | null;
  /** The reader said that he or she comes late or leaves early. */
  readonly foretold?: Foretold;
  /** Who came, was late, on leave or absent, once the register says so; for staff only. */
  readonly tally?: Tally;
  /** How many answered what, who did not, and who has no notice on record (`untold` of whom nothing is known); for staff only. */
  readonly answers?: {
    readonly coming: number;
    readonly leave: number;
    readonly silent: readonly string[];
    readonly untold: readonly string[];
    /** Of those without notice on record whom a message waits for that they have not opened. */
    readonly unread: readonly string[];
    /** Who said ahead that he or she comes late or leaves early. */
    readonly partly: readonly (Foretold & { readonly name: string })[];
  };
};

/** Those of whom staff may want every name: who has not answered, has not been told, or has not opened the message. */
export type NamedOfActivity = "silent" | "untold" | "unread";

/** Shows one activity to whom it concerns and to the staff who look after it; with `names`, to staff, only those. */
export type ShowActivity = {
  readonly do: "activity.show";
  readonly activity: string;
  readonly names?: NamedOfActivity;
  readonly page?: number;
};

/** Everybody of a kind in the list of an activity, page by page. */
export type ShownNames = {
  readonly of: "activity.names";
  readonly activity: ActivityView;
  readonly which: NamedOfActivity;
  readonly names: Page<string>;
};

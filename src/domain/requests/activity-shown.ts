import type { ActivityView } from "./activity.ts";
import type { Foretold } from "./foretold.ts";

/** One activity as whoever it concerns, and staff, may read it. */
export type ShownActivity = ActivityView & {
  readonly content: string | null;
  readonly state: "planned" | "cancelled" | "final";
  /** It has begun, or is over. */
  readonly begun: boolean;
  /** The reader's own answer; null before one is given, absent where he or she was not called to it. */
  readonly answer?: "coming" | "leave" | null;
  /** The reader said that he or she comes late or leaves early. */
  readonly foretold?: Foretold;
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

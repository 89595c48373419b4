import type { ActivityView } from "./activity.ts";

/** One activity as whoever it concerns, and staff, may read it. */
export type ShownActivity = ActivityView & {
  readonly content: string | null;
  readonly state: "planned" | "cancelled" | "final";
  /** It has begun, or is over. */
  readonly begun: boolean;
  /** The reader's own answer; null before one is given, absent where he or she was not called to it. */
  readonly answer?: "coming" | "leave" | null;
  /** How many answered what, who did not, and who has no notice on record (`untold` of whom nothing is known); for staff only. */
  readonly answers?: {
    readonly coming: number;
    readonly leave: number;
    readonly silent: readonly string[];
    readonly untold: readonly string[];
    /** Of those without notice on record whom a message waits for that they have not opened. */
    readonly unread: readonly string[];
  };
};

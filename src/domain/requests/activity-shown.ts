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
    /** Everybody who was called, with the answer. */
    readonly answers: readonly Answered[];
    /** Everybody with a notice on record, and what it is. */
    readonly told: readonly Told[];
  };
};

/** What a deputy answered to a call; leave with what became of the wish, null where it was not asked for in full. */
export type Answered = { readonly name: string } & (
  | { readonly answer: "coming" | null }
  | { readonly answer: "leave"; readonly leave: "pending" | "approved" | null }
);

/** How a deputy had notice of a call: by an answer, by a message that arrived, or told by staff. */
export type Told = { readonly name: string; readonly told: "answered" | "chat" | "phone" | "paper" };

/**
 * Those of whom staff may want every name: who has not answered, has not been told, has not opened the message; all with
 * their answers; or all who were told, and how.
 */
export type NamedOfActivity = "silent" | "untold" | "unread" | "answers" | "told";

/**
 * Shows one activity to whom it concerns and to the staff who look after it; with `names`, to staff, only those, and of
 * them only one where a name is given.
 */
export type ShowActivity = {
  readonly do: "activity.show";
  readonly activity: string;
  readonly names?: NamedOfActivity;
  readonly of?: string;
  readonly page?: number;
};

/** Everybody of a kind in the list of an activity, page by page. */
export type ShownNames = {
  readonly of: "activity.names";
  readonly activity: ActivityView;
  readonly which: NamedOfActivity;
  readonly names: Page<{ readonly name: string } | Answered | Told>;
};

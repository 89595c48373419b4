import type { AttendedKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { ActivityChange } from "./activity-change.ts";
import type { Register } from "./attendance.ts";

/** What words say of the activity whose register they tell, where they say no number. */
export type HeldWhen = {
  readonly heldOn?: Day;
  readonly part?: NonNullable<ActivityChange["part"]>;
  /** Any of these it is. */
  readonly kinds?: readonly AttendedKind[];
};

/** A register of what was on a day, or has begun; `words` are it as it was said. */
export type RegisterOn = {
  readonly do: "attendance.preview-on";
  readonly messageId: number;
  readonly words: string;
  /** It puts right what was registered: what is final is meant as well. */
  readonly amends?: true;
  /** The number that was said, or else of what was shown last. */
  readonly near?: string;
} & HeldWhen &
  Omit<Register, "activity">;

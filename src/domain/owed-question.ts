import type { Day } from "./day.ts";
import type { Namesake } from "./requests/attendance.ts";
import type { Rest } from "./rest-day.ts";

/** What staff must say yes to about what deputies owe. */
export type OwedQuestion =
  /** A report that is there on paper would be taken; `replaces`: in place of one that was handed in here and waits. */
  | {
      readonly kind: "sure.paper";
      readonly title: string;
      readonly dueOn: Day;
      readonly who: Namesake;
      readonly replaces: boolean;
    }
  /** These deputies, who have not handed it in, would be reminded. */
  | {
      readonly kind: "sure.nudge-owing";
      readonly titles: readonly string[];
      readonly names: readonly string[];
      /** What today is. */
      readonly rest?: Rest;
    };

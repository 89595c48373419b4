import type { ActivityKind } from "../activity.ts";
import type { Day } from "../day.ts";

/** An activity as staff planned it, whole enough to be published. */
export type ActivityPlan = {
  /** The organisation in the words that were said. */
  readonly org: string;
  /** Only these of its deputies; all of them where nobody is named. */
  readonly names?: readonly string[];
  readonly kind: ActivityKind;
  readonly on: Day;
  readonly time: string;
  readonly place?: string;
  readonly content?: string;
  /** It was held already, called by telephone or on paper: nobody is called to it any more. */
  readonly held?: true;
};

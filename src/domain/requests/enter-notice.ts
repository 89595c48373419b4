import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";
import type { Namesake } from "./attendance.ts";

type NoticeWay = "phone" | "paper";

/** Staff told these deputies by phone or on paper. */
export type EnterNotice = {
  readonly do: "activity.enter-notice";
  readonly activity: string;
  readonly names: readonly string[] | "everybody";
  /** What else was said: the office's own number or the group tells people of one name apart. */
  readonly words?: string;
  /** Which of several of a name are meant. */
  readonly people?: readonly number[];
  readonly way: NoticeWay;
  /** The day on which they were told, where one was said. */
  readonly on?: Day;
};

/** What came of that. */
export type NoticeOutcome =
  | {
      readonly of: "activity.notice-entered";
      readonly activity: ActivityView;
      /** Number and group are null but for whoever shares a name with another. */
      readonly told: readonly Namesake[];
      readonly way: NoticeWay;
    }
  /** Several of a name are called to the activity. */
  | {
      readonly of: "activity.whose-notice";
      readonly request: EnterNotice;
      readonly people: readonly Namesake[];
    };

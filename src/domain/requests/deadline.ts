import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { StaffTodo } from "../figures/todo.ts";
import type { StaffRole } from "../person.ts";
import type { ActivityView } from "./activity.ts";
import type { UndatedView } from "./undated.ts";

/** One thing that somebody is reminded of. */
export type ReminderItem =
  | {
      readonly of: "activity";
      readonly activity: ActivityView;
      /** The person has said 参加 already: it is only a word in good time. */
      readonly isComing: boolean;
    }
  /** Something owed; with the records that are still missing, where records fulfil it. */
  | {
      readonly of: "obligation";
      readonly title: string;
      readonly dueOn: Day;
      /** Who takes a report of this kind. */
      readonly to: StaffRole;
      readonly missing?: number;
      readonly done?: number;
      readonly kinds?: readonly DutyKind[];
    }
  /** An activity ahead, to somebody for whom one more absence would be a strike. */
  | {
      readonly of: "upcoming-absence";
      readonly activity: ActivityView;
      /** The days of the absences that count. */
      readonly absences: readonly Day[];
      readonly leadsTo: string;
      /** As many as the rule speaks of stand already. */
      readonly isMet?: true;
      /** The deputy has said 参加 already. */
      readonly isComing?: true;
    }
  /** A planned activity whose day is still to be fixed. */
  | { readonly of: "undated"; readonly undated: UndatedView }
  /** A suggestion that waits for the office to give it to a unit. */
  | { readonly of: "case"; readonly number: string; readonly title: string; readonly dueOn: Day }
  /** Wishes for leave that wait for the reader, and what they are leave from begins soon. */
  | { readonly of: "leaves"; readonly activity: ActivityView; readonly names: readonly string[] }
  /** The week's summary for staff. */
  | {
      readonly of: "digest";
      /** What waits for the reader, as 待办 counts it. */
      readonly desk: Omit<StaffTodo, "waiting">;
      /** Deputies of whom something is overdue. */
      readonly late: number;
      /** How many have no record for `silentDays` days, and some of their names. */
      readonly silent: number;
      readonly silentDays: number;
      readonly silentNames: readonly string[];
    };

/** What the clock tells people unasked. */
export type DeadlineNews =
  /** Everything that is due for one person, in one message; taps on it mean the row `reminder`. */
  | {
      readonly kind: "deadline.reminder";
      readonly reminder: number;
      readonly items: readonly ReminderItem[];
      readonly today: Day;
    }
  /** To the office: nobody knows which days of a year are worked. */
  | { readonly kind: "deadline.no-calendar"; readonly year: number }
  /** To the office: nobody knows when a term ends, by which something is owed. */
  | {
      readonly kind: "deadline.no-term-end";
      readonly level: "district" | "township";
      readonly term: string;
      readonly titles: readonly string[];
    };

/** How long a reminder is put off. */
export type SnoozeLength = "hour" | "morning";

/** The same in somebody's own words: in so many minutes, or on a day, at the reminder hour where no time was said. */
export type SnoozeUntil = { readonly minutes: number } | { readonly on: Day; readonly time?: string };

/** What a reminder is of, as far as it was named. */
export type ReminderTopic = "activity" | "obligation";

/** What can be tapped on a reminder. */
export type DeadlineAct =
  | { readonly do: "deadline.snooze"; readonly reminder: number; readonly length: SnoozeLength }
  | { readonly do: "deadline.decline"; readonly reminder: number };

/** The same as wishes; without a reminder the latest one is meant. `messageId` makes a wish one, however often told. */
export type DeadlineRequest =
  | {
      readonly do: "deadline.snooze";
      readonly reminder?: number;
      readonly length: SnoozeLength | SnoozeUntil;
      readonly topic?: ReminderTopic;
      readonly messageId: number;
    }
  | { readonly do: "deadline.decline"; readonly reminder?: number; readonly topic?: ReminderTopic };

/** What came of a request about reminders. */
export type DeadlineOutcome =
  | {
      readonly of: "deadline.snooze";
      readonly on: Day;
      readonly time: string;
      /** What will be reminded of. */
      readonly titles: readonly string[];
      /** Not when it was wanted: the program does not write at night. */
      readonly moved?: true;
      /** Sooner than was wanted: it begins before that. */
      readonly early?: true;
    }
  | { readonly of: "deadline.decline"; readonly titles: readonly string[] };

/** Why a wish about reminders cannot be met. */
export type DeadlineRefusal = "no-reminder";

import type { Day } from "../day.ts";
import type { ActivityPlan } from "./activity-plan.ts";
import type { LeaveDecision, LeaveDecisionOutcome, LeaveNews } from "./leave-decision.ts";
import type { ActivityOfDay, WhichOfDay } from "./activity-of-day.ts";
import type { ListActivities, ListedActivities } from "./activity-list.ts";
import type { ShowActivity, ShownActivity, ShownNames } from "./activity-shown.ts";
import type { LeavesDecided, LeavesDecision } from "./leaves-decision.ts";
import type { LeaveOutcome, LeaveRequest, OwnLeavesOutcome } from "./leave.ts";
import type { Foretold, ForetoldNews } from "./foretold.ts";
import type { LeaveReason } from "../leave-reason.ts";
import type { EnterNotice, NoticeOutcome } from "./enter-notice.ts";
import type { SeveralAnswered, SeveralAnswers } from "./several-answers.ts";
import type {
  ActivityChangeNews,
  ActivityChangeOutcome,
  ActivityChangeRefusal,
  ActivityChangeRequest,
} from "./activity-change.ts";

/** What people see of an activity. */
export type ActivityView = {
  readonly number: string;
  readonly title: string;
  readonly on: Day;
  /** Local wall-clock HH:MM. */
  readonly time: string;
  readonly place: string | null;
};

/** What may be asked about activities. */
export type ActivityRequest =
  | ActivityChangeRequest
  /** Looks up whom it concerns and asks before anybody is told. */
  | { readonly do: "activity.preview"; readonly messageId: number; readonly plan: ActivityPlan }
  | { readonly do: "activity.publish"; readonly plan: ActivityPlan; readonly orgId: number }
  | ShowActivity
  | ListActivities
  | {
      readonly do: "activity.cancel";
      readonly activity: string;
      readonly reason: string;
      /** Asked and said yes to: everybody is told. */
      readonly sure?: true;
      /** What was shown: something else is shown again. */
      readonly seen?: string;
    }
  | EnterNotice
  | ActivityOfDay
  | LeaveRequest
  | SeveralAnswers
  | LeaveDecision
  | LeavesDecision;

/** What somebody is told about activities without having asked. */
export type ActivityNews =
  | ActivityChangeNews
  | { readonly kind: "activity.invited"; readonly activity: ActivityView; readonly content: string | null }
  | {
      readonly kind: "activity.cancelled";
      readonly activity: ActivityView;
      /** The sittings of a session that go with it. */
      readonly sittings?: readonly ActivityView[];
      readonly reason: string;
      /** A wish for leave that nobody had decided on went with it. */
      readonly leaveWaited?: boolean;
    }
  | LeaveNews
  | ForetoldNews;

type ByOther = { readonly activity: ActivityView; readonly by: string | null };

/** What came of a request about activities. */
export type ActivityOutcome =
  | { readonly of: "activity.shown"; readonly shown: ShownActivity }
  | ShownNames
  | ActivityChangeOutcome
  | {
      readonly of: "activity.published";
      readonly activity: ActivityView;
      readonly people: number;
      /** Deputies whom no channel reaches: somebody has to telephone. */
      readonly unreached: readonly string[];
      /** It was entered after it was held: nobody is called. */
      readonly held?: true;
    }
  | { readonly of: "activity.which-org"; readonly plan: ActivityPlan; readonly orgs: readonly string[] }
  | ListedActivities
  /** Somebody was quicker. */
  | ({ readonly of: "activity.closed-before"; readonly state: "cancelled" | "final" } & ByOther)
  /** `row`: the number of a row of the plan, still without a day, that would have been the same. */
  | ({ readonly of: "activity.published-before"; readonly row?: string } & ByOther)
  | {
      readonly of: "activity.called-off";
      readonly activity: ActivityView;
      readonly people: number;
      /** `unsent`: who never hear of it; `unreached`: whom no channel reaches; `twin`: the same one, which counts. */
      readonly unsent: number;
      readonly unreached: readonly string[];
      readonly twin?: string;
    }
  | NoticeOutcome
  | {
      readonly of: "activity.answered";
      readonly activity: ActivityView;
      /** He or she had said so before, and it stands. */
      readonly already?: true;
      /** The leave that went with these words: one that waited, or that was granted. */
      readonly tookBack?: "pending" | "approved";
      /** The session from which that leave is, and stands but for this sitting. */
      readonly session?: ActivityView;
      /** Taken to be meant because its notice had just come; this one is open too. */
      readonly ratherThan?: ActivityView;
      /** The deputy comes late or leaves early; `told`: how many heard of it now. */
      readonly foretold?: Foretold & { readonly told: number };
    }
  /** Several are open: which one is meant. */
  | {
      readonly of: "activity.which";
      readonly activities: readonly ActivityView[];
      readonly leave: { readonly reason?: LeaveReason; readonly note?: string } | null;
      /** What leave is taken back from, or asked for belatedly. */
      readonly about?: "back" | "belated";
      /** To which the deputy comes, but not for all of it. */
      readonly foretold?: Foretold;
    }
  | WhichOfDay
  | OwnLeavesOutcome
  | SeveralAnswered
  | LeaveOutcome
  | LeaveDecisionOutcome
  | LeavesDecided;

/** Why a wish about activities cannot be met. */
export type ActivityRefusal =
  | ActivityChangeRefusal
  | "activity-no-such-org"
  | "activity-nobody"
  /** Somebody who is named is no deputy of the organisation that day, or two bear the name. */
  | "activity-not-theirs"
  | "activity-past"
  /** What is to be entered as held is still ahead. */
  | "activity-not-held"
  /** Its day and hour are still open, and the words fix neither or one of them. */
  | "activity-no-day"
  | "activity-unknown"
  | "activity-none-open"
  /** Leave for a day on which nothing is. */
  | "leave-no-such-day"
  | "activity-closed"
  | "activity-called-off"
  /** It stands in a yearly plan, and its notices go out when its day is near. */
  | "activity-held-back"
  | "activity-over"
  /** What a deputy was called to was called off: there is nothing to answer. */
  | "activity-off"
  /** A notice entered after the beginning, without the day on which it was given. */
  | "notice-no-day"
  /** The day of a notice is not between the publishing, or the last change, and the beginning. */
  | "notice-wrong-day"
  | "leave-late"
  /** There is no leave that could be taken back. */
  | "leave-none-asked"
  /** Belated leave, where nothing was missed for which it may still be asked. */
  | "leave-nothing-missed"
  | "leave-none"
  /** Each of them is decided on by itself. */
  | "leave-one-by-one"
  | "leave-own"
  | "leave-no-reason";

/** What can be tapped on notices and lists of activities. */
export type ActivityAct = Extract<
  ActivityRequest,
  {
    do:
      | "activity.coming"
      | "activity.leave"
      | "activity.answer-several"
      | "activity.decide-leave"
      | "activity.enter-notice"
      | "activity.list"
      | "activity.own-leaves"
      | "activity.show";
  }
>;

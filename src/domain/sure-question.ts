import type { ToldReport } from "./draft.ts";
import type { FileQuestion } from "./requests/attachment.ts";
import type { ReopenQuestion } from "./requests/reopen.ts";
import type { AbsenceQuestion } from "./requests/absence.ts";
import type { ActivityPlan } from "./requests/activity-plan.ts";
import type { ActivityView } from "./requests/activity.ts";
import type { PlanView } from "./requests/plan.ts";
import type { SessionPlan } from "./requests/session.ts";
import type { ChangedActivity } from "./requests/activity-change.ts";
import type { AttendanceStatus } from "./activity.ts";
import type { RegisterShown } from "./register-shown.ts";
import type { Foreseen, ReportedThere } from "./requests/attendance.ts";
import type { RecordLine } from "./figures/figure-view.ts";
import type { Subject } from "./figures/subject.ts";
import type { LeavesQuestion } from "./requests/leaves-decision.ts";
import type { OwedQuestion } from "./owed-question.ts";
import type { ReturnQuestion } from "./return-question.ts";
import type { SimilarQuestion } from "./similar-question.ts";
import type { AccountWish } from "./requests/account.ts";
import type { MandateView } from "./requests/mandate.ts";
import type { Verified } from "./requests/verify.ts";
import type { ErasedOwn, ErasureReason, KeptByLaw } from "./requests/own-data.ts";
import type { UndatedView } from "./requests/undated.ts";
import type { SuggestionQuestion } from "./requests/suggestion.ts";
import type { Contact } from "./personal-data/redact.ts";
import type { LeaveReason } from "./leave-reason.ts";
import type { Day } from "./day.ts";
import type { Rest } from "./rest-day.ts";

/** What must be said yes to before it is done, because more follows from it than the words show. */
export type SureQuestion =
  /** All these records would be verified. */
  | {
      readonly kind: "sure.verify";
      readonly subject: Subject;
      /** All of them: a yes verifies what was shown and nothing else. */
      readonly records: readonly RecordLine[];
      /** Whose records, or which, are left out by a wish. */
      readonly without?: readonly string[];
      /** How many more there are, to be shown next. */
      readonly left: number;
      /** What a yes to the list before this one did. */
      readonly done?: Verified;
    }
  | ReturnQuestion
  /** Leave would be granted or refused. */
  | {
      readonly kind: "sure.leave";
      readonly activity: ActivityView;
      readonly name: string;
      readonly reason: LeaveReason;
      readonly late: boolean;
      readonly approve: boolean;
      readonly note: string;
      readonly moved: boolean;
    }
  | LeavesQuestion
  | OwedQuestion
  /** These deputies would be reminded. */
  | {
      readonly kind: "sure.nudge";
      readonly subject: Subject;
      readonly names: readonly string[];
      readonly count: number;
    }
  /** Contact data of a resident, masked here, would be shown whole. */
  | { readonly kind: "sure.contact"; readonly number: string; readonly contacts: readonly Contact[] }
  /** What is kept about the speaker alone would be erased, and his accounts with it. */
  | {
      readonly kind: "sure.erase";
      readonly why: ErasureReason;
      readonly erased: ErasedOwn;
      readonly kept: KeptByLaw;
      /** The words of a resident's own opinions would stay, and may go too at a wish. */
      readonly mayReword: boolean;
    }
  | SuggestionQuestion
  /** A report would be handed in; `replaces`: in place of one that nobody took yet. */
  | {
      readonly kind: "sure.hand-in";
      readonly title: string;
      readonly dueOn: Day;
      readonly text: string;
      readonly files: number;
      readonly replaces: boolean;
    }
  | FileQuestion
  | ReopenQuestion
  | SimilarQuestion
  /** An activity would be published to these deputies. */
  | {
      readonly kind: "sure.publish";
      readonly plan: ActivityPlan;
      readonly people: readonly string[];
      readonly rest?: Rest;
    }
  /** A yearly plan would be made, or put right. */
  | (PlanView & {
      readonly kind: "sure.plan";
      readonly rules: { readonly notice_days: number; readonly notices_a_day: number };
      readonly moved: boolean;
    })
  /** What a yearly plan does not have any more would be called off, and so many told of each. */
  | {
      readonly kind: "sure.plan-gone";
      readonly activities: readonly (ActivityView & { readonly people: number })[];
      readonly undated: readonly UndatedView[];
      readonly moved: boolean;
    }
  /** What had no day yet would have one. */
  | {
      readonly kind: "sure.fix-day";
      readonly activity: ActivityView;
      readonly before: UndatedView;
      readonly notice_days: number;
    }
  /** What has no day yet would go out of the plan. */
  | { readonly kind: "sure.drop-undated"; readonly undated: UndatedView }
  /** A filed record would say what its message says now. */
  | {
      readonly kind: "sure.edit";
      readonly number: string;
      readonly before: ToldReport;
      readonly after: ToldReport;
      /** The message holds opinions as well, which stay as they were filed. */
      readonly opinions?: true;
    }
  /** A congress session would be called. */
  | { readonly kind: "sure.session"; readonly plan: SessionPlan; readonly people: number }
  /** An activity would be called off, and so many told. */
  | {
      readonly kind: "sure.cancel";
      readonly activity: ActivityView;
      /** The sittings of a session that go with it. */
      readonly sittings?: readonly ActivityView[];
      readonly people: number;
      readonly reason: string;
      /** The number of the same activity, whose register stays: this one's is void then. */
      readonly twin?: string;
      readonly moved: boolean;
    }
  /** A published activity would be changed, and everybody told. */
  | (ChangedActivity & { readonly kind: "sure.change"; readonly people: number; readonly rest?: Rest })
  /** These deputies, who have not answered, would be asked again. */
  | {
      readonly kind: "sure.nudge-answer";
      readonly activity: ActivityView;
      readonly names: readonly string[];
      /** What today is. */
      readonly rest?: Rest;
    }
  /** Somebody would get a code, or lose all accounts and what lets him in. */
  | {
      readonly kind: "sure.account";
      readonly what: AccountWish;
      readonly name: string;
      readonly code: string | null;
      readonly seat: string | null;
      readonly accounts: number;
    }
  /** A deputy's mandate would be changed, or a term ended. */
  | { readonly kind: "sure.mandate"; readonly view: MandateView }
  /** A change that was registered would be undone. */
  | { readonly kind: "sure.mandate-undo"; readonly view: MandateView }
  /** A register would be written down. */
  | (RegisterShown & {
      readonly kind: "sure.register";
      /** They never asked for leave: the register would grant it. */
      readonly granting: readonly string[];
      /** They asked for leave and nobody decided yet. */
      readonly waiting: readonly string[];
    })
  /** A register would be final. */
  | (RegisterShown & {
      readonly kind: "sure.finalise";
      /** How many would have a record by it. */
      readonly records: number;
      readonly foreseen: Foreseen;
      readonly there?: readonly ReportedThere[];
    })
  | AbsenceQuestion
  /** A deputy's final attendance would be corrected. */
  | {
      readonly kind: "sure.correct";
      readonly activity: ActivityView;
      readonly name: string;
      readonly before: AttendanceStatus;
      readonly status: AttendanceStatus;
      /** Nobody granted that leave yet: the correction would. */
      readonly granting?: true;
      /** Leave was granted: the correction takes it back. */
      readonly falling?: true;
      /** The office decided on an objection to this absence, on that day. */
      readonly decided?: { readonly on: Day; readonly upheld: boolean };
      readonly foreseen: Foreseen;
      readonly moved: boolean;
    };

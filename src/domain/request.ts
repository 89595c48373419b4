import type { AbsenceOutcome, AbsenceRefusal, AbsenceRequest } from "./requests/absence.ts";
import type { AccountOutcome, AccountRefusal, AccountRequest } from "./requests/account.ts";
import type { FeedbackOutcome, FeedbackRequest } from "./requests/feedback.ts";
import type { OnCallOutcome, OnCallRequest } from "./requests/on-call.ts";
import type { RetentionOutcome, RetentionRequest } from "./requests/retention.ts";
import type { NudgeOutcome, NudgeRequest } from "./requests/nudge.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "./requests/activity.ts";
import type { AttendanceOutcome, AttendanceRefusal, AttendanceRequest } from "./requests/attendance.ts";
import type { DeadlineOutcome, DeadlineRefusal, DeadlineRequest } from "./requests/deadline.ts";
import type { SureQuestion } from "./sure-question.ts";
import type { ContactOutcome, ContactRefusal, ContactRequest } from "./requests/contact.ts";
import type { OwnDataOutcome, OwnDataRefusal, OwnDataRequest } from "./requests/own-data.ts";
import type { ExportOutcome, ExportRequest, ListExportRequest } from "./requests/export.ts";
import type { FilingOutcome, FilingRequest } from "./requests/filing.ts";
import type { SessionOutcome, SessionRefusal, SessionRequest } from "./requests/session.ts";
import type { ShareOutcome, ShareRequest } from "./requests/share.ts";
import type { CaseOutcome, CaseRequest } from "./requests/case.ts";
import type { HeardOnOutcome, HeardOnRequest } from "./requests/heard-on.ts";
import type { WhoseOutcome, WhoseRequest } from "./requests/whose.ts";
import type { VerifyOutcome, VerifyRefusal, VerifyRequest } from "./requests/verify.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "./requests/figures.ts";
import type { CheckInOutcome, CheckInRefusal, CheckInRequest } from "./requests/check-in.ts";
import type { PlanOutcome, PlanRequest } from "./requests/plan.ts";
import type { WorkbookOutcome, WorkbookRequest } from "./requests/workbook.ts";
import type { ObligationOutcome, ObligationRequest } from "./requests/obligation.ts";
import type { ObligationRefusal } from "./requests/obligation-refusal.ts";
import type { MandateDayWanted, MandateOutcome, MandateRefusal, MandateRequest } from "./requests/mandate.ts";
import type { SuggestionOutcome, SuggestionRequest } from "./requests/suggestion.ts";
import type { AttachmentOutcome, AttachmentRequest } from "./requests/attachment.ts";
import type { RecordOutcome, RecordRequest } from "./requests/record.ts";
import type { CertificateOutcome, CertificateRefusal, CertificateRequest } from "./requests/certificate.ts";
import type { ReopenOutcome, ReopenRequest } from "./requests/reopen.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "./requests/report.ts";

/** What a conversation asks the house to do: one action each. */
export type Request =
  | ActivityRequest
  | AbsenceRequest
  | AttendanceRequest
  | AccountRequest
  | ContactRequest
  | OwnDataRequest
  | MandateRequest
  | PlanRequest
  | CheckInRequest
  | WorkbookRequest
  | ObligationRequest
  | SessionRequest
  | ReportRequest
  | ReopenRequest
  | CertificateRequest
  | ExportRequest
  | ListExportRequest
  | RecordRequest
  | AttachmentRequest
  | FilingRequest
  | CaseRequest
  | WhoseRequest
  | HeardOnRequest
  | SuggestionRequest
  | ShareRequest
  | VerifyRequest
  | FigureRequest
  | NudgeRequest
  | OnCallRequest
  | RetentionRequest
  | FeedbackRequest
  | DeadlineRequest;
/** The name of a request, as the rights table has it. */
export type RequestName = Request["do"];

/** Why the gate does not let a wish through, whatever it is about. */
export type GateRefusal =
  | "not-bound"
  | "deputies-only"
  | "staff-only"
  | "office-only"
  | "no-active-mandate"
  /** For staff whose role it is not: the office does it, or whoever hands out codes. */
  | "office-task"
  | "code-task";

/** Every reason for which something is not done, in words of the program. */
export type Refusal =
  | GateRefusal
  | ActivityRefusal
  | AbsenceRefusal
  | AttendanceRefusal
  | CheckInRefusal
  | AccountRefusal
  | ContactRefusal
  | OwnDataRefusal
  | MandateRefusal
  | ObligationRefusal
  | SessionRefusal
  | ReportRefusal
  | CertificateRefusal
  | FigureRefusal
  | VerifyRefusal
  | DeadlineRefusal;

/** Something was looked up first and waits for a yes: `request` is then asked for. */
export type SureOutcome = {
  readonly of: "sure";
  readonly card: string;
  readonly question: SureQuestion;
  readonly request: Request;
  /** What a no does: what was told beside the thing that is asked about. */
  readonly otherwise?: Request;
};

/** What came of a request. A refusal is an answer like any other. */
export type Outcome =
  | ActivityOutcome
  | AbsenceOutcome
  | AttendanceOutcome
  | AccountOutcome
  | OwnDataOutcome
  | ContactOutcome
  | MandateOutcome
  | MandateDayWanted
  | PlanOutcome
  | CheckInOutcome
  | WorkbookOutcome
  | ObligationOutcome
  | SessionOutcome
  | ReportOutcome
  | ReopenOutcome
  | CertificateOutcome
  | ExportOutcome
  | RecordOutcome
  | AttachmentOutcome
  | FilingOutcome
  | CaseOutcome
  | WhoseOutcome
  | HeardOnOutcome
  | SuggestionOutcome
  | FigureOutcome
  | ShareOutcome
  | VerifyOutcome
  | NudgeOutcome
  | OnCallOutcome
  | RetentionOutcome
  | FeedbackOutcome
  | DeadlineOutcome
  | SureOutcome
  | {
      readonly of: "refused";
      readonly request: RequestName;
      readonly why: Refusal;
      /** The word that was asked about and found nowhere. */
      readonly about?: string;
      /** Somebody whom the speaker may see and whose name is like it. */
      readonly near?: string;
    };

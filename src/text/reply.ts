import type { AbsenceReply } from "./absence.ts";
import type { AbroadReply } from "./abroad.ts";
import type { AccountReply } from "./account.ts";
import type { ActivityReply } from "./activity.ts";
import type { AttendanceReply } from "./attendance.ts";
import type { CaseReply } from "./case.ts";
import type { ChannelReply } from "./channel.ts";
import type { ContactReply } from "./contact.ts";
import type { DangerReply } from "./danger.ts";
import type { DataReply } from "./data.ts";
import type { DeadlineReply } from "./deadline.ts";
import type { ExportReply } from "./export.ts";
import type { FileReply } from "./file.ts";
import type { FigureReply } from "./figures.ts";
import type { HelpReply } from "./help.ts";
import type { MandateReply } from "./mandate.ts";
import type { OpenReply } from "./open.ts";
import type { ObligationReply } from "./obligation.ts";
import type { CheckInReply } from "./check-in.ts";
import type { PlanReply } from "./plan.ts";
import type { SessionReply } from "./session.ts";
import type { RecordReply } from "./record.ts";
import type { CertificateReply } from "./certificate.ts";
import type { ReportReply } from "./report.ts";
import type { ShareReply } from "./share.ts";
import type { FeedbackReply } from "./feedback.ts";
import type { RetentionReply } from "./retention.ts";
import type { NudgeReply } from "./nudge.ts";
import type { OnCallReply } from "./on-call.ts";
import type { SureReply } from "./sure.ts";
import type { ReopenReply } from "./reopen.ts";
import type { VerifyReply } from "./verify.ts";

/** Everything the program can say, closed: a sentence that is not here cannot be sent. */
export type Reply =
  | AbroadReply
  | AbsenceReply
  | AccountReply
  | ReportReply
  | CertificateReply
  | RecordReply
  | ActivityReply
  | AttendanceReply
  | CaseReply
  | ChannelReply
  | ContactReply
  | DangerReply
  | DataReply
  | DeadlineReply
  | ExportReply
  | FigureReply
  | FileReply
  | MandateReply
  | ObligationReply
  | OpenReply
  | PlanReply
  | CheckInReply
  | SessionReply
  | ShareReply
  | SureReply
  | NudgeReply
  | OnCallReply
  | RetentionReply
  | FeedbackReply
  | VerifyReply
  | ReopenReply
  | HelpReply;

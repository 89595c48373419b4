import type { Day } from "#src/domain/day.ts";
import { type LocalNames, NO_NAMES } from "#src/domain/local-names.ts";
import type { Morning } from "#src/domain/reminder-policy.ts";
import { assertNever } from "#src/kernel/never.ts";
import { type AbroadReply, renderAbroad } from "./abroad.ts";
import { type AbsenceReply, renderAbsence } from "./absence.ts";
import { inRoom, LONGEST_ANSWER, LONGEST_CARD } from "./by-room.ts";
import { type AccountReply, renderAccount } from "./account.ts";
import { type ActivityReply, renderActivity } from "./activity.ts";
import { type AttendanceReply, renderAttendance } from "./attendance.ts";
import type { CaseReply } from "./case.ts";
import { renderCase } from "./case.ts";
import { type ChannelReply, renderChannel } from "./channel.ts";
import { type ContactReply, renderContact } from "./contact.ts";
import { type DataReply, renderData } from "./data.ts";
import { type DeadlineReply, renderDeadline } from "./deadline.ts";
import { type RecordReply, renderRecord } from "./record.ts";
import { type CertificateReply, renderCertificate } from "./certificate.ts";
import { type ExportReply, renderExport } from "./export.ts";
import { type FileReply, renderFile } from "./file.ts";
import { type FigureReply, renderFigures } from "./figures.ts";
import { type HelpReply, renderHelp } from "./help.ts";
import { labelsApart } from "./labels-apart.ts";
import { local } from "./local.ts";
import type { Rendered } from "./rendered.ts";
import type { Reply } from "./reply.ts";
import { withSoon } from "./soon.ts";
import { withYears } from "./years.ts";
import { typeset } from "./typeset.ts";
import { type MandateReply, renderMandate } from "./mandate.ts";
import { type OpenReply, renderOpen } from "./open.ts";
import { type ObligationReply, renderObligation } from "./obligation.ts";
import { type CheckInReply, renderCheckIn } from "./check-in.ts";
import { type PlanReply, renderPlan } from "./plan.ts";
import { renderSession, type SessionReply } from "./session.ts";
import { renderReopen, type ReopenReply } from "./reopen.ts";
import { renderReport, type ReportReply } from "./report.ts";
import { renderShare, type ShareReply } from "./share.ts";
import { type RetentionReply, renderRetention } from "./retention.ts";
import { type FeedbackReply, renderFeedback } from "./feedback.ts";
import { type NudgeReply, renderNudge } from "./nudge.ts";
import { type DangerReply, renderDanger } from "./danger.ts";
import { type OnCallReply, renderOnCall } from "./on-call.ts";
import { renderSure, type SureReply } from "./sure.ts";
import { renderVerify, type VerifyReply } from "./verify.ts";

/** When and where something is said: on which day, with the district's own names, and the morning that follows a night. */
export type Said = {
  /** The day on which it is said; dates of another year have their year. */
  readonly today: Day;
  readonly names?: LocalNames;
  /** At night the morning in which others are told. */
  readonly morning?: Morning | null;
};

/** Puts a reply into words, with what can be tapped. */
export function render(reply: Reply, { today, names = NO_NAMES, morning = null }: Said): Rendered {
  const rendered = toWords(reply);
  const said = (text: string): string => local(withYears(text, today), names);
  const choices = labelsApart(rendered.choices).map(({ label, act }) => ({
    label: typeset(said(label)),
    act: act.do === "say" ? { ...act, text: said(act.text) } : act,
  }));
  const print = (text: string): string => typeset(said(withSoon(text, morning)));
  const room = "card" in reply ? LONGEST_CARD : LONGEST_ANSWER;
  return { ...rendered, text: print(inRoom(rendered.text, print, room)), choices };
}

function toWords(reply: Reply): Rendered {
  if (isAbout("report", reply)) return renderReport(reply);
  if (isAbout("account", reply)) return renderAccount(reply);
  if (isAbout("abroad", reply)) return renderAbroad(reply);
  if (isAbout("absence", reply)) return renderAbsence(reply);
  if (isAbout("attendance", reply)) return renderAttendance(reply);
  if (isAbout("activity", reply)) return renderActivity(reply);
  if (isAbout("case", reply)) return renderCase(reply);
  if (isAbout("channel", reply)) return renderChannel(reply);
  if (isAbout("contact", reply)) return renderContact(reply);
  if (isAbout("data", reply)) return renderData(reply);
  if (isAbout("deadline", reply)) return renderDeadline(reply);
  if (isAbout("figures", reply)) return renderFigures(reply);
  if (isAbout("export", reply)) return renderExport(reply);
  if (isAbout("session", reply)) return renderSession(reply);
  if (isAbout("check-in", reply)) return renderCheckIn(reply);
  if (isAbout("plan", reply)) return renderPlan(reply);
  if (isAbout("obligation", reply)) return renderObligation(reply);
  if (isAbout("open", reply)) return renderOpen(reply);
  if (isAbout("mandate", reply)) return renderMandate(reply);
  if (isAbout("record", reply)) return renderRecord(reply);
  if (isAbout("certificate", reply)) return renderCertificate(reply);
  if (isAbout("file", reply)) return renderFile(reply);
  if (isAbout("share", reply)) return renderShare(reply);
  if (isAbout("nudge", reply)) return renderNudge(reply);
  if (isAbout("danger", reply)) return renderDanger(reply);
  if (isAbout("on-call", reply)) return renderOnCall(reply);
  if (isAbout("retention", reply)) return renderRetention(reply);
  if (isAbout("feedback", reply)) return renderFeedback(reply);
  if (isAbout("sure", reply)) return renderSure(reply);
  if (isAbout("reopen", reply)) return renderReopen(reply);
  if (isAbout("verify", reply)) return renderVerify(reply);
  if (isAbout("help", reply)) return renderHelp(reply);
  return assertNever(reply);
}

type Topics = {
  abroad: AbroadReply;
  report: ReportReply;
  absence: AbsenceReply;
  account: AccountReply;
  activity: ActivityReply;
  attendance: AttendanceReply;
  case: CaseReply;
  channel: ChannelReply;
  contact: ContactReply;
  data: DataReply;
  deadline: DeadlineReply;
  figures: FigureReply;
  export: ExportReply;
  mandate: MandateReply;
  obligation: ObligationReply;
  open: OpenReply;
  record: RecordReply;
  certificate: CertificateReply;
  file: FileReply;
  plan: PlanReply;
  "check-in": CheckInReply;
  session: SessionReply;
  share: ShareReply;
  sure: SureReply;
  nudge: NudgeReply;
  danger: DangerReply;
  "on-call": OnCallReply;
  retention: RetentionReply;
  feedback: FeedbackReply;
  verify: VerifyReply;
  reopen: ReopenReply;
  help: HelpReply;
};

const isAbout = <T extends keyof Topics>(topic: T, reply: Reply): reply is Topics[T] =>
  reply.kind.startsWith(`${topic}.`);

/** Set before a message that may have arrived already, after a crash or a lost answer. */
export const POSSIBLE_REPEAT = "(可能重复)";

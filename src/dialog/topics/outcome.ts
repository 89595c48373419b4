import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, SureOutcome } from "#src/domain/request.ts";
import type { AbsenceOutcome } from "#src/domain/requests/absence.ts";
import type { AccountOutcome } from "#src/domain/requests/account.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { OwnDataOutcome } from "#src/domain/requests/own-data.ts";
import type { SuggestionOutcome } from "#src/domain/requests/suggestion.ts";
import type { MandateDayWanted, MandateOutcome } from "#src/domain/requests/mandate.ts";
import type { ObligationOutcome } from "#src/domain/requests/obligation.ts";
import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { WorkbookOutcome } from "#src/domain/requests/workbook.ts";
import type { CheckInOutcome } from "#src/domain/requests/check-in.ts";
import type { ReopenOutcome } from "#src/domain/requests/reopen.ts";
import type { ShareOutcome } from "#src/domain/requests/share.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import type { HeardOnOutcome } from "#src/domain/requests/heard-on.ts";
import type { WhoseOutcome } from "#src/domain/requests/whose.ts";
import type { DeadlineOutcome } from "#src/domain/requests/deadline.ts";
import type { VerifyOutcome } from "#src/domain/requests/verify.ts";
import type { Reply } from "#src/text/reply.ts";
import { toAccountReplies } from "./account-outcome.ts";
import { whyOfSeveral } from "./one-reason.ts";
import type { SeveralAnswered } from "#src/domain/requests/several-answers.ts";
import { toDataReply } from "./data-outcome.ts";
import { toReopenReply } from "./reopen-outcome.ts";
import { toOfficeReply } from "./office-outcome.ts";
import { isFileOutcome } from "./file-outcome.ts";
import { toFilingReply } from "./filing-outcome.ts";
import { refusedWith } from "./refused.ts";
import { type PaperOutcome, toPaperReply } from "./paper-outcome.ts";
import { toShareReply } from "./share-outcome.ts";

/** What a conversation goes on with, before anything is said of it. */
type GoneOnWith =
  | SureOutcome
  | WhoseOutcome
  | HeardOnOutcome
  | MandateDayWanted
  | { of: "workbook.plan" | "workbook.minutes" | "file.unlike" };

/** Puts what became of a request into replies. */
export function toReplies(outcome: Exclude<Outcome, GoneOnWith>, facts: Facts): readonly Reply[] {
  if (isAboutActivity(outcome)) return toActivityReplies(outcome);
  if (isAboutCheckIn(outcome)) return [{ kind: "check-in.answer", outcome }];
  if (isAboutAbsences(outcome)) return [{ kind: "absence.answer", outcome }];
  if (isAboutAttendance(outcome)) return [{ kind: "attendance.answer", outcome }];
  if (isAboutDeadlines(outcome)) return [toDeadlineReply(outcome, facts)];
  if (isAboutPlans(outcome)) return [{ kind: "plan.answer", outcome }];
  if (outcome.of === "session.published") return [{ kind: "session.answer", outcome }];
  if (isAboutObligation(outcome)) return [{ kind: "obligation.answer", outcome, today: facts.today }];
  if (isAboutMandate(outcome)) return [{ kind: "mandate.answer", outcome }];
  if (isAboutAccounts(outcome)) return toAccountReplies(outcome);
  if (isAboutSuggestion(outcome) || isFileOutcome(outcome)) return [toFilingReply(outcome)];
  if (isAboutData(outcome)) return [toDataReply(outcome)];
  if (isAboutPapers(outcome)) return [toPaperReply(outcome)];
  if (isAboutVerifying(outcome) || isAboutShares(outcome)) return [toShareReply(outcome, facts)];
  if (isAboutReopening(outcome)) return [toReopenReply(outcome)];
  switch (outcome.of) {
    case "report.file":
      return outcome.records.length + outcome.opinions.length === 0 ? [] : [toFilingReply(outcome)];
    case "case.shown":
    case "record.shown":
    case "opinion.leave":
    case "report.withdraw":
    case "report.which":
    case "report.amend":
      return [toFilingReply(outcome)];
    case "contact.shown":
      return [{ kind: "contact.shown", number: outcome.number, contacts: outcome.contacts }];
    case "nudge.sent":
    case "on-call.is":
    case "retention.shown":
    case "feedback.left":
    case "feedback.listed":
    case "feedback.closed":
      return [toOfficeReply(outcome)];
    case "figures.shown":
      return [outcome.view];
    case "refused":
      return [refusedWith(outcome, facts)];
  }
}

// Leave that lacks its reason is asked about after what took effect.
function toActivityReplies(outcome: ActivityOutcome): readonly Reply[] {
  const why = whyOfSeveral(outcome);
  const told = outcome.of === "activity.several-answered" ? toldOf(outcome) : [outcome];
  return [...told, ...(why === undefined ? [] : [why])].map((one) => ({
    kind: "activity.answer",
    outcome: one,
  }));
}

// Of several that may have been meant one was called to: it is told as an answer to one.
function toldOf(outcome: SeveralAnswered): readonly ActivityOutcome[] {
  const { given, unmet } = outcome;
  if (isSilent(outcome)) return [];
  const [only, ...others] = given;
  const isAlone = only?.of === "activity.leave-sent" && others.length + unmet.length === 0;
  return [isAlone ? only : outcome];
}

const isSilent = ({ given, unmet }: SeveralAnswered): boolean => given.length + unmet.length === 0;

const toDeadlineReply = (outcome: DeadlineOutcome, { today }: Facts): Reply =>
  outcome.of === "deadline.decline"
    ? { kind: "deadline.declined", titles: outcome.titles }
    : {
        kind: "deadline.snoozed",
        on: outcome.on,
        time: outcome.time,
        today,
        titles: outcome.titles,
        ...(outcome.moved === undefined ? {} : { moved: outcome.moved }),
        ...(outcome.early === undefined ? {} : { early: outcome.early }),
      };

const isAboutActivity = (outcome: Outcome): outcome is ActivityOutcome => outcome.of.startsWith("activity.");
const isAboutDeadlines = (outcome: Outcome): outcome is DeadlineOutcome => outcome.of.startsWith("deadline.");
const isAboutPlans = (
  outcome: Outcome,
): outcome is PlanOutcome | Exclude<WorkbookOutcome, { of: "workbook.plan" | "workbook.minutes" }> =>
  /^(?:plan|workbook)\./u.test(outcome.of);
const isAboutObligation = (outcome: Outcome): outcome is ObligationOutcome =>
  outcome.of.startsWith("obligation.");
const isAboutSuggestion = (outcome: Outcome): outcome is SuggestionOutcome =>
  outcome.of.startsWith("suggestion.");
const isAboutVerifying = (outcome: Outcome): outcome is VerifyOutcome => outcome.of.startsWith("verify.");
const isAboutPapers = (outcome: Outcome): outcome is PaperOutcome =>
  /^(?:certificate|export)\./u.test(outcome.of);
const isAboutData = (outcome: Outcome): outcome is OwnDataOutcome => outcome.of.startsWith("data.");
const isAboutReopening = (outcome: Outcome): outcome is ReopenOutcome => outcome.of.startsWith("reopen.");
const isAboutShares = (outcome: Outcome): outcome is ShareOutcome =>
  /^report\.(?:acknowledged|share)/u.test(outcome.of);
const isAboutMandate = (outcome: Exclude<Outcome, MandateDayWanted>): outcome is MandateOutcome =>
  outcome.of.startsWith("mandate.");
const isAboutAccounts = (outcome: Outcome): outcome is AccountOutcome => outcome.of.startsWith("account.");
const isAboutAttendance = (outcome: Outcome): outcome is AttendanceOutcome =>
  outcome.of.startsWith("attendance.");
const isAboutAbsences = (outcome: Outcome): outcome is AbsenceOutcome => outcome.of.startsWith("absence.");

const isAboutCheckIn = (outcome: Outcome): outcome is CheckInOutcome => outcome.of.startsWith("check-in.");

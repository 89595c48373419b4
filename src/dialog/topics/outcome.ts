import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal, SureOutcome } from "#src/domain/request.ts";
import type { AbsenceOutcome } from "#src/domain/requests/absence.ts";
import type { AccountOutcome, AccountRefusal } from "#src/domain/requests/account.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { OwnDataOutcome } from "#src/domain/requests/own-data.ts";
import type { AttachmentOutcome } from "#src/domain/requests/attachment.ts";
import type { SuggestionOutcome } from "#src/domain/requests/suggestion.ts";
import type { MandateDayWanted, MandateOutcome, MandateRefusal } from "#src/domain/requests/mandate.ts";
import type { ObligationOutcome, ObligationRefusal } from "#src/domain/requests/obligation.ts";
import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { WorkbookOutcome } from "#src/domain/requests/workbook.ts";
import type { CheckInOutcome, CheckInRefusal } from "#src/domain/requests/check-in.ts";
import type { SessionRefusal } from "#src/domain/requests/session.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import type { WhoseOutcome } from "#src/domain/requests/whose.ts";
import type { DeadlineOutcome } from "#src/domain/requests/deadline.ts";
import type { VerifyOutcome } from "#src/domain/requests/verify.ts";
import type { Reply } from "#src/text/reply.ts";
import { toAccountReplies } from "./account-outcome.ts";
import { whyOfSeveral } from "./one-reason.ts";
import type { SeveralAnswered } from "#src/domain/requests/several-answers.ts";
import { audienceOf } from "../audience.ts";
import { toDataReply } from "./data-outcome.ts";
import { nearWord } from "../near-word.ts";
import { toOfficeReply } from "./office-outcome.ts";
import { toFilingReply } from "./filing-outcome.ts";
import { isActivityRefusal, isAttendanceRefusal } from "./activity.ts";
import { type PaperOutcome, toPaperReply } from "./paper-outcome.ts";
import { toShareReply } from "./share-outcome.ts";

/** Puts what became of a request into replies. */
export function toReplies(
  outcome: Exclude<
    Outcome,
    | SureOutcome
    | WhoseOutcome
    | MandateDayWanted
    | { of: "workbook.plan" | "workbook.minutes" | "file.unlike" }
  >,
  facts: Facts,
): readonly Reply[] {
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
  if (isAboutSuggestion(outcome) || isAboutFiles(outcome)) return [toFilingReply(outcome)];
  if (isAboutData(outcome)) return [toDataReply(outcome)];
  if (isAboutPapers(outcome)) return [toPaperReply(outcome)];
  if (isAboutVerifying(outcome)) return [toShareReply(outcome, facts)];
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
    case "report.acknowledged":
    case "report.shared":
    case "report.share-declined":
      return [toShareReply(outcome, facts)];
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

function refusedWith({ why, about, near }: Extract<Outcome, { of: "refused" }>, facts: Facts): Reply {
  if (about === undefined) return toRefusal(why, facts);
  // What is like a place may lie elsewhere: it is not offered.
  if (why === "no-such-org") return { kind: "figures.refused", why, what: about };
  const meant = near ?? nearWord(about, facts.places);
  return { kind: "figures.not-read", word: about, ...(meant === undefined ? {} : { near: meant }) };
}

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
const isAboutFiles = (outcome: Outcome): outcome is AttachmentOutcome => outcome.of.startsWith("file.");
const isAboutMandate = (outcome: Exclude<Outcome, MandateDayWanted>): outcome is MandateOutcome =>
  outcome.of.startsWith("mandate.");
const isAboutAccounts = (outcome: Outcome): outcome is AccountOutcome => outcome.of.startsWith("account.");
const isAboutAttendance = (outcome: Outcome): outcome is AttendanceOutcome =>
  outcome.of.startsWith("attendance.");
const isAboutAbsences = (outcome: Outcome): outcome is AbsenceOutcome => outcome.of.startsWith("absence.");

const isAboutCheckIn = (outcome: Outcome): outcome is CheckInOutcome => outcome.of.startsWith("check-in.");
const isCheckInRefusal = (why: Refusal): why is CheckInRefusal => why.startsWith("check-in-");
const isSessionRefusal = (why: Refusal): why is SessionRefusal => why.startsWith("session-");
const isObligationRefusal = (why: Refusal): why is ObligationRefusal => why.startsWith("obligation-");
const isAccountRefusal = (why: Refusal): why is AccountRefusal =>
  why === "bad-code" || why.startsWith("account-");
const isMandateRefusal = (why: Refusal): why is MandateRefusal => why.startsWith("mandate-");

function toRefusal(why: Refusal, facts: Facts): Reply {
  if (isActivityRefusal(why)) return { kind: "activity.refused", why };
  if (isAttendanceRefusal(why)) return { kind: "attendance.refused", why };
  if (isCheckInRefusal(why)) return { kind: "check-in.refused", why };
  if (isSessionRefusal(why)) return { kind: "session.refused", why };
  if (isObligationRefusal(why)) return { kind: "obligation.refused", why };
  if (why === "account-factor-stale") return { kind: "account.factor-asked" };
  if (isAccountRefusal(why)) return { kind: "account.refused", why };
  if (isMandateRefusal(why)) return { kind: "mandate.refused", why };
  switch (why) {
    case "not-bound":
    case "deputies-only":
    case "staff-only":
    case "office-only":
    case "office-task":
    case "code-task":
    case "no-active-mandate":
      return { kind: "help.refused", why, audience: audienceOf(facts) };
    case "certificate-of-whom":
      return { kind: "certificate.refused", why };
    case "no-reminder":
      return { kind: "deadline.refused", why };
    case "no-reason":
    case "own-record":
      return { kind: "verify.refused", why };
    case "data-correction-unknown":
    case "data-answer-missing":
      return { kind: "data.refused", why };
    case "contact-unknown":
    case "contact-none":
      return { kind: "contact.refused", why };
    case "no-such-org":
    case "places-apart":
    case "no-such-deputy":
    case "several-deputies":
    case "others-duty":
    case "no-ranking":
    case "no-such-term":
    case "terms-differ":
      return { kind: "figures.refused", why };
    default:
      return { kind: "report.refused", why };
  }
}

import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal } from "#src/domain/request.ts";
import type { AccountRefusal } from "#src/domain/requests/account.ts";
import type { CheckInRefusal } from "#src/domain/requests/check-in.ts";
import type { MandateRefusal } from "#src/domain/requests/mandate.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { SessionRefusal } from "#src/domain/requests/session.ts";
import type { Reply } from "#src/text/reply.ts";
import { audienceOf } from "../audience.ts";
import { nearWord } from "../near-word.ts";
import { isActivityRefusal, isAttendanceRefusal } from "./activity.ts";

/** Puts into a reply why something was not done. */
export function refusedWith({ why, about, near }: Extract<Outcome, { of: "refused" }>, facts: Facts): Reply {
  if (about === undefined) return toRefusal(why, facts);
  // What is like a place may lie elsewhere: it is not offered.
  if (why === "no-such-org") return { kind: "figures.refused", why, what: about };
  const meant = near ?? nearWord(about, facts.places);
  return { kind: "figures.not-read", word: about, ...(meant === undefined ? {} : { near: meant }) };
}

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

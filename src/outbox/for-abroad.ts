import { isDeepStrictEqual } from "node:util";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import { assertNever } from "#src/kernel/never.ts";
import { ON_SITE } from "#src/text/abroad.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { Reply } from "#src/text/reply.ts";
import { type Decision, DECISIONS } from "./abroad-decisions.ts";

type Decided<D extends Decision> = {
  [K in keyof typeof DECISIONS]: (typeof DECISIONS)[K] extends D ? K : never;
}[keyof typeof DECISIONS];
type Trimmed = Extract<Reply, { kind: Decided<"trimmed"> }>;

const isTrimmed = (reply: Reply): reply is Trimmed => DECISIONS[reply.kind] === "trimmed";

/** A reply as it may be sent to a channel whose servers are abroad: whole, without some words, or as a mere pointer. */
export function forAbroad(reply: Reply): Reply {
  if (isTrimmed(reply)) return trim(reply);
  return isWhole(reply) ? reply : withheld();
}

/** Whether nothing of a reply is kept back abroad. */
export const isWhole = (reply: Reply): boolean =>
  DECISIONS[reply.kind] === "sent" || (isTrimmed(reply) && isDeepStrictEqual(trim(reply), reply));

/** Whether nothing of a reply is sent abroad but that there is one. */
export const isWithheld = (reply: Reply): boolean => forAbroad(reply).kind === "abroad.withheld";

const withheld = (number?: string): Reply => ({
  kind: "abroad.withheld",
  ...(number === undefined ? {} : { number }),
});

const wordless = <T extends { readonly text: string }>(opinions: readonly T[]): readonly T[] =>
  opinions.map((one) => ({ ...one, text: ON_SITE }));

// Why somebody stays away is said at home.
const isOfGround = (outcome: ActivityOutcome): boolean =>
  outcome.of === "activity.leave-sent" ||
  outcome.of === "activity.leave-unsure" ||
  (outcome.of === "activity.several-answered" &&
    outcome.given.some((one) => one.of === "activity.leave-sent"));

const numberOf = (outcome: ActivityOutcome): string | undefined =>
  outcome.of === "activity.leave-sent" || outcome.of === "activity.leave-unsure"
    ? outcome.activity.number
    : undefined;

function trim(reply: Trimmed): Reply {
  switch (reply.kind) {
    case "activity.leave-decided":
      return { ...reply, note: "" };
    case "activity.answer":
      return isOfGround(reply.outcome) ? withheld(numberOf(reply.outcome)) : reply;
    // Where a register says something else, that is an absence.
    case "sure.restore":
      return reply.away === undefined ? reply : withheld();
    case "case.suggestion-card":
    case "case.suggestion-submitted":
    case "case.cosigned":
    case "case.cosigned-yours":
    case "case.suggestion-gone":
    case "sure.submit-again":
      return { ...reply, title: ON_SITE };
    case "case.which-suggestion":
      return { ...reply, suggestions: reply.suggestions.map((one) => ({ ...one, title: ON_SITE })) };
    case "deadline.reminder":
      return { ...reply, items: reply.items.map(withoutStrikes) };
    case "case.opinion-left":
    case "report.filed":
      return { ...reply, opinions: wordless(reply.opinions) };
    case "report.entered":
      return reply.opinions === undefined ? reply : { ...reply, opinions: wordless(reply.opinions) };
    case "report.whose":
      return { ...reply, said: "" };
    case "data.correction-asked":
      return { ...reply, wish: ON_SITE };
    case "sure.return":
    case "sure.return-all":
    case "verify.returned-all":
    case "verify.returned":
    case "verify.came-back":
      // Staff say there in their own words what is wrong with a report.
      return { ...reply, reason: ON_SITE };
    case "on-call.danger":
      return { ...reply, text: ON_SITE, place: null };
    case "report.card":
    case "report.question":
    case "report.fields":
    case "report.which-item":
      return untold(reply);
    default:
      return assertNever(reply);
  }
}

type OnCard = Extract<
  Trimmed,
  { kind: "report.card" | "report.question" | "report.fields" | "report.which-item" }
>;

// A report's own words may hold what residents said.
const untold = (reply: OnCard): Reply => ({
  ...reply,
  reports: reply.reports.map((one) => ({ ...one, text: "" })),
  opinions: wordless(reply.opinions),
  ...(reply.kind === "report.question" && reply.said !== undefined ? { said: ON_SITE } : {}),
});

// That one more absence would be a strike is not for abroad; that there is an activity is.
function withoutStrikes(item: ReminderItem): ReminderItem {
  if (item.of === "upcoming-absence")
    return { of: "activity", activity: item.activity, isComing: item.isComing === true };
  if (item.of === "leaves") return { ...item, names: [] };
  return item.of === "digest" ? { ...item, silentNames: [] } : item;
}

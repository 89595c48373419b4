import type { ActivityOutcome, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { Outcome } from "#src/domain/request.ts";

type Why = Extract<ActivityOutcome, { of: "activity.why-leave" }>;
type Wish = Omit<Extract<ActivityRequest, { do: "activity.leave" }>, "do">;

/** What is asked of leave that was wanted from several in one breath, and for no reason yet: one reason for all. */
export function whyOfSeveral(outcome: Outcome): Why | undefined {
  if (outcome.of !== "activity.several-answered") return undefined;
  const [activity, ...also] = outcome.unreasoned;
  if (activity === undefined) return undefined;
  return { of: "activity.why-leave", activity, ...(also.length === 0 ? {} : { also }) };
}

/** The wish for leave with its reason, for all that it was asked of. */
export function forAll(asked: ActivityOutcome, wish: Wish): ActivityRequest {
  if (asked.of !== "activity.why-leave" || asked.also === undefined) return { do: "activity.leave", ...wish };
  const { reason, note } = wish;
  const answers = [asked.activity, ...asked.also].map(({ number: activity }) => ({
    activity,
    coming: false,
    ...(reason && { reason }),
    ...(note && { note }),
  }));
  return { do: "activity.answer-several", answers, unmet: [] };
}

import type { Outcome } from "#src/domain/request.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { SureQuestion } from "#src/domain/sure-question.ts";
import { listAskedAbout } from "./called-off.ts";
import type { Dialog, LeaveCard, Pending } from "./dialog.ts";

/** The numbers of activities that an open card shows. */
export const listShown = (dialog: Dialog): readonly string[] => [
  ...listAskedAbout(dialog),
  ...dialog.pending.flatMap((one) => (one.at === "sure" ? numbersOf(one.question) : [])),
];

const numbersOf = (question: SureQuestion): readonly string[] =>
  "activity" in question ? [question.activity.number] : [];

/** The dialog with every activity on its open cards as it is now: what was moved since is not shown on its old day. */
export function asItStands(dialog: Dialog, now: ReadonlyMap<string, ActivityView>): Dialog {
  return now.size === 0 ? dialog : { ...dialog, pending: dialog.pending.map((one) => standing(one, now)) };
}

/** What else is open about an activity that was moved just now is about its new day. */
export const afterMoving = (dialog: Dialog, outcome: Outcome): Dialog =>
  outcome.of === "activity.changed"
    ? asItStands(dialog, new Map([[outcome.activity.number, outcome.activity]]))
    : dialog;

function standing(one: Pending, now: ReadonlyMap<string, ActivityView>): Pending {
  const current = (activity: ActivityView): ActivityView => now.get(activity.number) ?? activity;
  if (one.at === "leave") return { ...one, asked: stillAsked(one.asked, current) };
  if (one.at !== "sure" || !("activity" in one.question)) return one;
  const { question } = one;
  switch (question.kind) {
    // What it would become stays as it was said.
    case "sure.change":
      return { ...one, question: { ...question, before: current(question.before) } };
    case "sure.fix-day":
      return one;
    default:
      return { ...one, question: { ...question, activity: current(question.activity) } };
  }
}

const stillAsked = (
  asked: LeaveCard["asked"],
  current: (activity: ActivityView) => ActivityView,
): LeaveCard["asked"] =>
  asked.of === "activity.which"
    ? { ...asked, activities: asked.activities.map(current) }
    : { ...asked, activity: current(asked.activity) };

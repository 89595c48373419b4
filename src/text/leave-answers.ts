import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityLine } from "./activity-words.ts";
import { day } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

type Decided = Extract<
  ActivityOutcome,
  { of: "activity.which-wish" | "activity.leave-decided-before" | "activity.leave-done" }
>;

function decidedBefore({
  state,
  by,
  name,
}: Extract<Decided, { of: "activity.leave-decided-before" }>): string {
  if (state === "withdrawn") return `${name}代表的这份请假撤回了,不用批,没有改动:`;
  return `${by ?? "别的工作人员"}已经${state === "approved" ? "准假" : "没有准假"}了,没有改动:${name}代表`;
}

/** Puts into words what became of a decision on leave. */
export function renderLeaveAnswer(outcome: Decided): Rendered {
  switch (outcome.of) {
    case "activity.which-wish": {
      const { name, approve, note, leaves } = outcome;
      return {
        ...words(`${name}有${leaves.length}份请假在等,还没有批。是哪一份?`),
        choices: leaves.slice(0, 6).map(({ leave, activity, ...who }) => ({
          label: `${namesakeWords(who)} ${day(activity.on)} ${activity.title}`,
          act: {
            do: "activity.decide-leave",
            name,
            activity: activity.number,
            approve,
            note,
            leave,
            ask: true,
          },
        })),
      };
    }
    case "activity.leave-decided-before":
      return words(decidedBefore(outcome), activityLine(outcome.activity));
    case "activity.leave-done":
      return words(
        `${outcome.approved ? "已准假" : "没有准假"}:${outcome.name}代表`,
        activityLine(outcome.activity),
        soon("告诉本人。"),
      );
    default:
      return assertNever(outcome);
  }
}

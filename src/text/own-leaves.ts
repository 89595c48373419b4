import type { OwnLeavesOutcome } from "#src/domain/requests/leave.ts";
import { activityLine } from "./activity-words.ts";
import { pageMark, turns } from "./figure-words.ts";
import { type Rendered, words } from "./rendered.ts";

const LEAVE_STATES = { pending: "等批准", approved: "已批准", refused: "没有批准" } as const;

// Who came has nothing to wait for.
const stateOf = ({ state, came }: OwnLeavesOutcome["leaves"]["rows"][number]): string =>
  came
    ? state === "pending"
      ? "登记的是到会,不用批了"
      : `${LEAVE_STATES[state]},登记的是到会`
    : LEAVE_STATES[state];

/** What a deputy asked leave from, and what became of it. */
export const ownLeaves = ({ leaves }: OwnLeavesOutcome): Rendered =>
  leaves.total === 0
    ? words("近来您没有请过假。", "要请假,说:请假 原因")
    : {
        ...words(
          leaves.pages > 1 ? `您请的假${leaves.total}次${pageMark(leaves)}:` : "您请的假:",
          ...leaves.rows.map((one) => `${activityLine(one)}:${stateOf(one)}`),
          leaves.rows.some(({ state, came }) => state === "pending" && !came) &&
            "批了会告诉您。不请了,说:不请假了",
        ),
        choices: turns(leaves, (page) => ({ do: "activity.own-leaves", page })),
        reusable: true,
      };

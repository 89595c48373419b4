import type { SureQuestion } from "#src/domain/sure-question.ts";
import { activityLine } from "./activity-words.ts";
import { short } from "./format.ts";
import { sittingsOff } from "./sittings-off.ts";
import { MOVED } from "./sure-words.ts";

/** What calling an activity off would do, line by line. */
export const cancelledLines = ({
  activity,
  sittings,
  people,
  reason,
  moved,
  twin,
}: Extract<SureQuestion, { kind: "sure.cancel" }>) => [
  moved && MOVED,
  twin === undefined
    ? `要取消吗?${activityLine(activity)}`
    : `这场和 ${twin} 是同一场,登记了两次。这一份作废吗?${activityLine(activity)}`,
  sittingsOff(sittings),
  reason !== "" && `原因:${short(reason, 80)}`,
  twin === undefined
    ? people === 0
      ? "还没有发过通知,不用告诉谁。"
      : `会通知${people}人。`
    : `考勤以 ${twin} 为准;按这一份记的缺席、发的提醒都撤回,撤回了会告诉本人。`,
];

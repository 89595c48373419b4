import type { ActivityView } from "#src/domain/requests/activity.ts";
import { toldApart } from "./activity-labels.ts";
import type { RenderedChoice } from "./rendered.ts";

/** Two taps for each activity that is still to be answered; of several each says which it is about. */
export const answerTaps = (activities: readonly ActivityView[]): readonly RenderedChoice[] =>
  toldApart(activities).flatMap(({ label, activity: { number: activity } }) => {
    const about = activities.length === 1 ? "" : ` ${label}`;
    return [
      { label: `参加${about}`, act: { do: "activity.coming", activity } },
      { label: `请假${about}`, act: { do: "activity.leave", activity } },
    ];
  });

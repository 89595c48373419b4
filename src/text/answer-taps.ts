import type { ActivityView } from "#src/domain/requests/activity.ts";
import { dateWords, short } from "./format.ts";
import type { RenderedChoice } from "./rendered.ts";

/** Two taps for each activity that is still to be answered; of several each says which it is about. */
export const answerTaps = (activities: readonly ActivityView[]): readonly RenderedChoice[] =>
  activities.flatMap((one) => {
    const { number: activity, on, time, title } = one;
    const about = activities.length === 1 ? "" : ` ${dateWords(on)}${time} ${short(title, 14)}`;
    return [
      { label: `参加${about}`, act: { do: "activity.coming", activity } },
      { label: `请假${about}`, act: { do: "activity.leave", activity } },
    ];
  });

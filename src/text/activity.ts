import type { ActivityNews, ActivityView } from "#src/domain/requests/activity.ts";
import { day } from "./format.ts";
import { type Rendered } from "./rendered.ts";

export type ActivityReply = ActivityNews;

/** Puts a reply about activities into words. */
export function renderActivity(reply: ActivityReply): Rendered {
  const { activity, content } = reply;
  return {
    text: [
      `通知:${activity.title}`,
      when(activity),
      ...(activity.place === null ? [] : [`地点:${activity.place}`]),
      ...(content === null ? [] : [`内容:${content}`]),
      "能不能来?请点一下。",
    ].join("\n"),
    choices: [
      { label: "参加", act: { do: "activity.coming", activity: activity.number } },
      { label: "请假", act: { do: "activity.leave", activity: activity.number } },
    ],
    number: activity.number,
  };
}

const when = ({ on, time }: ActivityView): string => `${day(on)} ${time}`;

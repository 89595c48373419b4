import type { WantedOfDay, WhichOfDay } from "#src/domain/requests/activity-of-day.ts";
import { toldApart } from "./activity-labels.ts";
import { activityLine } from "./activity-words.ts";
import { leftLine } from "./left-line.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

const MOST = 5;

const NOT_YET = {
  "activity.enter-notice": "通知的是哪一场?还没有记。点一下:",
  "activity.nudge-preview": "催哪一场?还没有催。点一下:",
  "attendance.finalise": "定稿哪一场?还没有定。点一下:",
  "activity.show": "要看哪一场?点一下:",
} as const satisfies Record<WantedOfDay["do"], string>;

/** Asks which activity is meant; a tap goes on with what was wanted. */
export function whichOfDay({ activities, wanted }: WhichOfDay): Rendered {
  const shown = activities.slice(0, MOST);
  return {
    ...words(
      NOT_YET[wanted.do],
      ...shown.map((one) => activityLine(one)),
      leftLine(activities, MOST, "场", "不在里面的,请带上编号再说一遍"),
    ),
    choices: toldApart(shown).map(({ label, activity }) => toTap(wanted, label, activity.number)),
  };
}

function toTap(wanted: WantedOfDay, label: string, activity: string): RenderedChoice {
  switch (wanted.do) {
    case "activity.enter-notice":
      return { label, act: { ...wanted, activity } };
    case "activity.nudge-preview":
      return says(label, `催 ${activity}`);
    case "attendance.finalise":
      return says(label, `定稿 ${activity}`);
    case "activity.show":
      return { label, act: { ...wanted, activity } };
  }
}

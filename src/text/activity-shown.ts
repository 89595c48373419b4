import type { ShownActivity } from "#src/domain/requests/activity.ts";
import { activityLine } from "./activity-words.ts";
import { short } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

const ANSWERED = { coming: "您已回:参加", leave: "您已回:请假" } as const;

/** One activity, with how it stands and what can be done about it. */
export function shownActivity(shown: ShownActivity): Rendered {
  const { place, content, answer, answers, number } = shown;
  return {
    ...words(
      `${activityLine(shown)}(${stateOf(shown)})`,
      place !== null && `地点:${short(place, 40)}`,
      content !== null && `内容:${short(content, 80)}`,
      answer !== undefined && isAhead(shown) && (answer === null ? "您还没有回,能来吗?" : ANSWERED[answer]),
      answers !== undefined && `已回参加${answers.coming}人、请假${answers.leave}人,没回${answers.silent}人`,
    ),
    choices: taps(shown),
    number,
    reusable: true,
  };
}

const isAhead = ({ state, begun }: ShownActivity): boolean => state === "planned" && !begun;

function stateOf({ state, begun }: ShownActivity): string {
  if (state === "cancelled") return "已取消";
  if (state === "final") return "已定稿";
  return begun ? "还没定稿" : "还没开始";
}

function taps(shown: ShownActivity): RenderedChoice[] {
  const { number: activity, answer, answers, state } = shown;
  const own: RenderedChoice[] =
    answer !== undefined && isAhead(shown)
      ? [
          { label: "参加", act: { do: "activity.coming", activity } },
          { label: "请假", act: { do: "activity.leave", activity } },
        ]
      : [];
  const staff = answers !== undefined && state === "planned" && shown.begun ? [says(`定稿 ${activity}`)] : [];
  return [...own, ...staff];
}

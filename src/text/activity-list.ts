import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import { activityLine } from "./activity-words.ts";
import { period } from "./figure-words.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";
import { undatedWhole } from "./undated.ts";

type Listed = Extract<ActivityOutcome, { of: "activity.listed" }>;
type Line = Listed["activities"][number];

const ANSWERS = { coming: "参加", leave: "请假" } as const;

/** What lies ahead, with who has answered, and how whoever has not can do so. */
export function listedActivities({ within, activities, undated }: Listed): Rendered {
  const when = within === undefined ? undefined : period(within);
  if (activities.length + undated.length === 0)
    return words(when === undefined ? "眼下没有活动安排。" : `${when}还没有活动安排。`, "有了会通知您。");
  const shown = activities.slice(0, undated.length === 0 ? 6 : 4);
  const left = activities.length - shown.length;
  const open = activities.filter(isOpen);
  return {
    ...words(
      headOf(when, activities.length),
      ...shown.map((one) => `${activityLine(one)}${answerIn(one)}`),
      left > 0 && `……另有${left}场`,
      undated.length > 0 && `日期待定${undated.length}场,定了就说:改活动 编号 时间3月12日上午9点`,
      ...undated.slice(0, 2).map(undatedWhole),
      howToAnswer(open),
      howToAsk(shown),
    ),
    choices: toAnswer(open),
  };
}

const headOf = (when: string | undefined, count: number): string | false => {
  if (count > 0) return `${when ?? ""}活动安排:`;
  return when !== undefined && `${when}还没有定下日子的活动。`;
};

const isStaffs = ({ silent }: Line): boolean => silent !== undefined;
const isOpen = (one: Line): boolean => !isStaffs(one) && one.answer === null;

const answerIn = ({ answer, silent = 0 }: Line): string => {
  if (answer === "coming" || answer === "leave") return `(已回:${ANSWERS[answer]})`;
  return silent > 0 ? `(没回${silent}人)` : "";
};

function howToAnswer([first, second]: readonly Line[]): string | false {
  if (first === undefined) return false;
  return second === undefined
    ? `还没回的:${first.number}。能来点“参加”,来不了点“请假”。`
    : `还没回的,请说:参加 ${first.number};来不了说:请假 ${first.number} 出差`;
}

const howToAsk = (shown: readonly Line[]): string | false => {
  const asked = shown.find(({ silent = 0 }) => silent > 0);
  return asked !== undefined && `看是谁没回,说:${asked.number};催一下,说:催 ${asked.number}`;
};

// With several in the list, a tap would not say which of them.
function toAnswer([first, second]: readonly Line[]): RenderedChoice[] {
  if (first === undefined || second !== undefined) return [];
  const activity = first.number;
  return [
    { label: "参加", act: { do: "activity.coming", activity } },
    { label: "请假", act: { do: "activity.leave", activity } },
  ];
}

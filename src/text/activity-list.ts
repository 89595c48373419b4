import type { ListedActivities, ListedActivity } from "#src/domain/requests/activity-list.ts";
import { answerTaps } from "./answer-taps.ts";
import { activityLine } from "./activity-words.ts";
import { pageMark, period, turns } from "./figure-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { undatedWhole } from "./undated.ts";

const ANSWERS = { coming: "参加", leave: "请假" } as const;

/** What lies ahead, with who has answered, and how whoever has not can do so; where it is long, page by page. */
export function listedActivities(listed: ListedActivities): Rendered {
  const { within, lines } = listed;
  const when = within === undefined ? undefined : period(within);
  if (lines.total === 0)
    return words(when === undefined ? "眼下没有活动安排。" : `${when}还没有活动安排。`, "有了会通知您。");
  const shown = lines.rows.filter((one) => "on" in one);
  const undated = lines.rows.filter((one) => "said" in one);
  const open = shown.filter(isOpen);
  return {
    ...words(
      headOf(when, listed),
      ...shown.map((one) => `${activityLine(one)}${answerIn(one)}`),
      undated.length > 0 && `日期待定${listed.undated}场,定了就说:改活动 编号 时间3月12日上午9点`,
      ...undated.map(undatedWhole),
      howToAnswer(open),
      howToAsk(shown),
    ),
    choices: [
      ...answerTaps(open),
      ...turns(lines, (page) => ({ do: "activity.list", ...(within && { within }), page })),
    ],
    reusable: true,
  };
}

const headOf = (when: string | undefined, { lines, dated, undated }: ListedActivities): string | false => {
  const count = undated > 0 ? `${dated}场,日期待定${undated}场` : `${dated}场`;
  if (lines.pages > 1) return `${when ?? ""}活动安排${count}${pageMark(lines)}:`;
  if (dated > 0) return `${when ?? ""}活动安排:`;
  return when !== undefined && `${when}还没有定下日子的活动。`;
};

const isStaffs = ({ silent }: ListedActivity): boolean => silent !== undefined;
const isOpen = (one: ListedActivity): boolean => !isStaffs(one) && one.answer === null;

const answerIn = ({ answer, silent = 0 }: ListedActivity): string => {
  if (answer === "coming" || answer === "leave") return `(已回:${ANSWERS[answer]})`;
  return silent > 0 ? `(没回${silent}人)` : "";
};

function howToAnswer([first, second]: readonly ListedActivity[]): string | false {
  if (first === undefined) return false;
  return second === undefined
    ? `还没回的:${first.number}。能来点“参加”,来不了点“请假”。`
    : `还没回的,点下面;或者说:参加 ${first.number};请假 ${first.number} 出差`;
}

const howToAsk = (shown: readonly ListedActivity[]): string | false => {
  const asked = shown.find(({ silent = 0 }) => silent > 0);
  return asked !== undefined && `看是谁没回,说:${asked.number};催一下,说:催 ${asked.number}`;
};

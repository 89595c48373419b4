import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { Foretold, ForetoldNews } from "#src/domain/requests/foretold.ts";
import { activityLine } from "./activity-words.ts";
import { short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

const HOW = { late: "会晚到", left_early: "要早走" } as const;

/** 会晚到(约30分钟), 要早走 */
export const foretoldWords = ({ how, minutes }: Foretold): string =>
  `${HOW[how]}${minutes === undefined ? "" : `(约${minutes}分钟)`}`;

/** What a deputy hears who said that he or she comes, or comes but not for all of it. */
export const renderAnswered = ({
  activity,
  already,
  tookBack,
  session,
  foretold,
  ratherThan,
}: Extract<ActivityOutcome, { of: "activity.answered" }>): Rendered => ({
  ...words(
    `${already === true ? "您已经回过参加" : "好的,记下您参加"}${foretold === undefined ? "" : `,${foretoldWords(foretold)}`}:${activityLine(activity)}`,
    ...(foretold === undefined ? [] : toldOf(foretold)),
    ratherThan !== undefined &&
      `照刚发的通知记的。说的是别的一场,请说:参加 编号,如 参加 ${ratherThan.number}`,
    tookBack !== undefined &&
      session === undefined &&
      `原来${tookBack === "approved" ? "批准的" : "请的"}假撤回了,${soon("告诉批假的人。")}`,
    session !== undefined &&
      `只改这一次;“${short(session.title, 30)}”其他各次您${tookBack === "approved" ? "请的假还算数" : "请的假还等着批"}。${soon("告诉批假的人。")}`,
    session !== undefined && `每次都来,请说:参加 ${session.number}`,
    foretold === undefined ? "到时来不了,说:请假 原因" : "没有替您请假;整场来不了,才说:请假 原因",
  ),
  number: activity.number,
});

const toldOf = ({ told }: { readonly told: number }): string[] => [
  told > 0 ? soon("转告召集活动的人。") : "召集活动的人已经知道了。",
];

/** What staff hear of a deputy who comes late or leaves early. */
export const renderForetold = ({ name, activity, foretold }: ForetoldNews): Rendered => ({
  ...words(
    `${name}代表${foretoldWords(foretold)}:${activityLine(activity)}`,
    "本人来参加,没有请假。到没到、迟到早退,以登记为准。",
  ),
  number: activity.number,
});

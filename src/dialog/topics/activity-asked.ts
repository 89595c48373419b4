import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findMeantActivity } from "../meant-activity.ts";
import { ask } from "../turns.ts";

const EVENT = "(?:代表)?(?:小组)?(?:活动|会议?|培训|学习|座谈会?|视察|调研)";
// 这个活动怎么样, 昨天那场培训搞得咋样: of one of them, and no figure.
const HOW_IT_WENT = new RegExp(
  `^(?:请问|看看|查一?下)?(?:[今昨前]天|刚才|上次|上周|\\d{1,2}月?\\d{0,2}[日号]?)?的?(?:[这那](?:一)?[个次场回])${EVENT}(?:现在|到底)?(?:开|搞|办|组织|筹备|准备)?得?(?:情况)?(?:怎么样|咋样|如何|怎样|什么情况|情况)[了呢啊?。!]*$`,
  "u",
);

/** How an activity went that staff speak of: it is shown, or which there are. Undefined for all else. */
export function hearActivityAsked(dialog: Dialog, text: string, { today }: Facts): Turn | undefined {
  const line = text.normalize("NFKC").replace(/\s+/gu, "");
  if (!HOW_IT_WENT.test(line)) return undefined;
  const meant = findMeantActivity(line, today, "past");
  if (meant !== undefined && meant.days.length > 0)
    return ask(dialog, { do: "activity.of-day", ...meant, wanted: { do: "activity.show" } });
  const { meeting } = dialog;
  return ask(
    dialog,
    meeting === undefined ? { do: "activity.list" } : { do: "activity.show", activity: meeting },
  );
}

import type { Day } from "#src/domain/day.ts";
import type { ActivityChangeRequest } from "#src/domain/requests/activity-change.ts";
import type { ShowActivity } from "#src/domain/requests/activity-shown.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findMeantActivity } from "../meant-activity.ts";
import { findPlanKind } from "../plan/plan-kind.ts";
import type { Said } from "./report.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { activityIn } from "./activity.ts";
import { ask } from "../turns.ts";

const WHO = "(?:谁|哪些|哪几[个位]|哪位|哪个|几个|多少)";
const ANSWERS = "(?:给|把|信|话)?(?:回信|回话|回音|回复|答复|表态|吭声|报名|回)(?:信|话|过)?";
// 10号那个会还有谁没回信, 哪些人还没回12月10号那个, 没答复的还有哪些.
const SILENT = new RegExp(
  `${WHO}[^,]{0,6}没(?:有)?${ANSWERS}|没(?:有)?${ANSWERS}(?:的)?(?:人|代表)?(?:还|都)?(?:有|是)?${WHO}`,
  "u",
);
// 把没答复的再催一遍, 还有哪些没回的,帮我催一下, 再催一次15号的.
const CHASED = new RegExp(
  `没(?:有)?${ANSWERS}(?:的)?[^,]{0,6},?[^,]{0,6}催|催[^,]{0,6}没(?:有)?${ANSWERS}`,
  "u",
);
// 后天的会哪些人要来.
const COMES = new RegExp(`${WHO}(?:人|代表)?(?:都|会|要|能|说)*(?:来|参加)(?!了|过)`, "u");
// 陈建国来不来, 张伟10号参加吗.
const ONE_COMES = /(?<act>来|去|参加)不\k<act>|参不参加|(?:会|能|要)?(?:来|去|参加)(?:不|吗|么|没得)$/u;
// 活-2026-006通知到没有, 谁通知到了, 都怎么通知的, 通知情况.
const TOLD =
  /通知(?:到|送达)(?:了)?(?:没有?|吗|不|谁|哪些|几个|多少)|(?:谁|哪些(?:人|代表)?|都|全)(?:都)?通知到(?:了)?(?:没有?|吗)?$|(?:怎么|咋个?|如何|哪样)(?:个)?通知(?:到)?的?|通知(?:送达)?(?:的)?情况|通知记录/u;
const CHASES_DAY = /^(?:请|帮我|麻烦|再|把|给|给我)*(?:[^,催]{0,12})催(?:一?[下次遍催]|催)?[^,]{0,14}$/u;
const MEETS = /会|活动|视察|调研|培训|学习|评议|接待|检查|那个|那场/u;
// Of what residents bring up, of reports and of whoever handles it, other people answer.
const ELSE =
  /(?:没有?|未)(?:上|填)?[报填交](?!名)|意见|建议|反映|群众|居民|单位|承办|自评|报告|履职|述职|走访|昨|前天|上个?[周月]/u;
const LONGEST = 30;
/** Said right after an activity was shown, and of it: 哪些人参加, 怎么通知的. */
const SHORT = 10;

/** Staff ask who has not answered a call yet, or who comes to what is ahead: that is listed, of the day that was named. */
export function hearAnswersAsked(
  dialog: Dialog,
  { text, messageId }: Said,
  { today, people }: Facts,
): Turn | undefined {
  const line = withoutNumbers(text.normalize("NFKC")).replace(/[\s.!?\u3002]+/gu, "");
  if (line.length > LONGEST || ELSE.test(line)) return undefined;
  const day = findDates(line, { today, prefer: "future" }).find((one) => !one.doubtful && one.end >= today);
  // By its number, or once more that which was shown last.
  const shown = activityIn(text) ?? (day === undefined && /再|又/u.test(line) ? dialog.meeting : undefined);
  if (shown !== undefined && CHASED.test(line))
    return ask(dialog, { do: "activity.nudge-preview", messageId, activity: shown });
  const again = nudgeOf(line, day?.start, messageId);
  if (again !== undefined) return ask(dialog, again);
  const wanted = readWanted(line, people);
  if (wanted !== undefined) {
    const meant = shown === undefined ? findMeantActivity(line, today) : undefined;
    const number =
      shown ??
      (meant === undefined && line.length <= SHORT && !SILENT.test(line) ? dialog.meeting : undefined);
    if (number !== undefined) return ask(dialog, { ...wanted, activity: number });
    if (meant !== undefined && meant.days.length > 0)
      return ask(dialog, { do: "activity.of-day", ...meant, wanted });
  }
  const asks = SILENT.test(line) || (day !== undefined && MEETS.test(line) && COMES.test(line));
  if (!asks) return undefined;
  const within = day === undefined ? {} : { within: { from: day.start, to: day.end } };
  return ask(dialog, { do: "activity.list", ...within });
}

/** Which names are asked for: who has not answered, who comes, whether somebody does, or who was told how. */
function readWanted(line: string, people: readonly string[]): WantedNames | undefined {
  const show = { do: "activity.show" } as const;
  if (TOLD.test(line)) return { ...show, names: "told" };
  if (SILENT.test(line)) return { ...show, names: "silent" };
  const [of, ...others] = ONE_COMES.test(line) ? findNames(line, people) : [];
  if (of !== undefined && others.length === 0) return { ...show, names: "answers", of };
  return COMES.test(line) ? { ...show, names: "answers" } : undefined;
}

type WantedNames = Omit<ShowActivity, "activity">;

// Who has not answered is asked again after a yes: of the day that was named, or of the one call that somebody has not answered.
function nudgeOf(
  line: string,
  heldOn: Day | undefined,
  messageId: number,
): ActivityChangeRequest | undefined {
  const chases = CHASED.test(line) || (heldOn !== undefined && CHASES_DAY.test(line));
  if (!chases) return undefined;
  const kind = findPlanKind(line) ?? "other";
  return {
    do: "activity.change-on",
    messageId,
    ...(heldOn === undefined ? {} : { heldOn }),
    kind,
    change: {},
    nudge: true,
  };
}

import type { Day } from "#src/domain/day.ts";
import type { ActivityChangeRequest } from "#src/domain/requests/activity-change.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Dialog, Turn } from "../dialog.ts";
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
const CHASES_DAY = /^(?:请|帮我|麻烦|再|把|给|给我)*(?:[^,催]{0,12})催(?:一?[下次遍催]|催)?[^,]{0,14}$/u;
const MEETS = /会|活动|视察|调研|培训|学习|评议|接待|检查|那个|那场/u;
// Of what residents bring up, of reports and of whoever handles it, other people answer.
const ELSE = /意见|建议|反映|群众|居民|单位|承办|自评|报告|履职|述职|走访|昨|前天|上个?[周月]/u;
const LONGEST = 30;

/** Staff ask who has not answered a call yet, or who comes to what is ahead: that is listed, of the day that was named. */
export function hearAnswersAsked(
  dialog: Dialog,
  { text, messageId }: Said,
  { today }: Facts,
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
  const asks = SILENT.test(line) || (day !== undefined && MEETS.test(line) && COMES.test(line));
  if (!asks) return undefined;
  const within = day === undefined ? {} : { within: { from: day.start, to: day.end } };
  return ask(dialog, { do: "activity.list", ...within });
}

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

import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findPlanKind } from "../plan/plan-kind.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

const EVENT = "(?:活动|座谈会?|会议?|视察|调研|培训|学习|评议会?|接待日?|执法检查)";
// 12月9日的培训取消, 9号的培训不搞了,区里有会, 取消明天下午的小组会,领导来检查.
const CALLED_OFF = new RegExp(
  `(?:${EVENT}|^[^?]{0,8}那(?:个|场))(?:就|先|临时|暂时|已经|因故|都)*(?:取消|不开|不搞|不办|停办|停开|作罢|泡汤|停(?![车电水课工产])|撤)(?:掉|了|吧)*(?:,(?<after>[^?]{1,30}))?$|^(?:算了,?)?(?:请|麻烦|帮我)?(?:把)?取消[^?,]{0,16}${EVENT}(?:吧|了)?(?:,(?<reason>[^?]{1,30}))?$`,
  "u",
);
const OVER = /昨|前天|上个?[周月]|去年/u;
const WITH_NUMBER = /^(?:取消|不开|不搞|不办)(?:掉|了|吧)*(?:[\s,:]+(?<reason>[^?]{1,40}))?$/u;
const BACK = /^(?:把)?(?:恢复|重新开)/u;
// 照常开, 不取消了: whether it was called off at all is seen where it is shown.
const AS_BEFORE =
  /(?:还是|又|照常|照旧)(?:照原来(?:的)?|要|按原来(?:的)?)?(?:开|办|搞|进行|举行|举办)(?:了|吧)?$|(?:照常|照旧)(?:了|吧)?$|不取消了?/u;
const LONGEST = 50;

/**
 * Staff call an activity off: by its number, by its day or by what it is, which is shown before anybody is told. Where
 * the words name none it is said how, and what there is. Undefined for all else.
 */
export function hearCalledOff(
  dialog: Dialog,
  line: string,
  { text, messageId }: Said,
  { today, people }: Facts,
): Turn | undefined {
  const activity = activityIn(text);
  const numbered = WITH_NUMBER.exec(
    withoutNumbers(text)
      .replace(/[.!\u3002]+$/u, "")
      .trim(),
  )?.groups;
  if (activity !== undefined && numbered !== undefined)
    return ask(dialog, { do: "activity.cancel", activity, reason: numbered["reason"]?.trim() ?? "" });
  // What was called off was told to everybody: it is called anew.
  if (activity !== undefined && BACK.test(line))
    return say(dialog, { kind: "activity.refused", why: "activity-called-off" });
  if (activity !== undefined && AS_BEFORE.test(line)) return ask(dialog, { do: "activity.show", activity });
  const found = CALLED_OFF.exec(line);
  if (line.length > LONGEST || found === null || OVER.test(line)) return undefined;
  const off = (found.groups?.["after"] ?? found.groups?.["reason"] ?? "").trim();
  if (activity !== undefined) return ask(dialog, { do: "activity.cancel", activity, reason: off });
  if (people.some((name) => line.includes(name))) return undefined;
  const days = findDates(text, { today, prefer: "future" }).filter((one) => !one.wide && !one.doubtful);
  if (days.length > 0 && days.every((one) => one.start < today)) return undefined;
  const held = days.find((one) => one.start >= today);
  const kind = findPlanKind(line);
  const named = {
    ...(held === undefined ? {} : { heldOn: held.start }),
    ...(kind === undefined ? {} : { kind }),
  };
  if (Object.keys(named).length > 0)
    return ask(dialog, { do: "activity.change-on", messageId, ...named, change: {}, off });
  if (dialog.meeting !== undefined)
    return ask(dialog, { do: "activity.cancel", activity: dialog.meeting, reason: off });
  return {
    next: dialog,
    replies: [{ kind: "activity.leave-hint", of: "calls-off" }],
    request: { do: "activity.list" },
  };
}

import type { Facts } from "#src/domain/facts.ts";
import { audienceOf, isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readVerdict } from "../read-verdict.ts";
import { ask, inFocus, say } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

// Said as the help says it: the command reads it.
const AS_COMMAND = /^\s*异议(?:不)?成立/u;

/**
 * What staff decide on an objection in words of their own, with the reason as it stands: it is shown first, with the
 * deputy's words. Without a name the one that waits is meant, and of several which one is asked. Undefined for all else.
 */
export function hearVerdict(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || AS_COMMAND.test(text) || inFocus(dialog)?.at === "leave") return undefined;
  const verdict = readVerdict(text, facts.people);
  if (verdict === undefined) return undefined;
  const { uphold, name, note, several, plain } = verdict;
  // 驳回 and 维持 alone are the office's words for it, and may be another's for something else.
  if (!plain && audienceOf(facts) !== "office") return undefined;
  if (several) return say(dialog, { kind: "attendance.refused", why: "objection-one-by-one" });
  const activity = activityIn(text);
  const which = activity === undefined ? {} : { activity };
  return ask(dialog, { do: "absence.decide-objection", name, ...which, uphold, note });
}

import type { Facts } from "#src/domain/facts.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearSendingBack, hearVerifying } from "../commands/verify-commands.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import { isBareGrant } from "../read-leave-verdict.ts";
import { hearCalledOff } from "./called-off-told.ts";
import { hearFinalTold } from "./final-told.ts";
import { hearAnswersAsked } from "./answers-asked.ts";
import { hearClerkAsks } from "./clerk-asks.ts";
import { hearActivityAsked } from "./activity-asked.ts";
import { activityIn } from "./activity.ts";
import { hearForBoth } from "./for-both.ts";
import { hearLeavesAsked } from "./leaves-asked.ts";
import type { Said } from "./report.ts";
import { hearSaidWrong } from "./said-wrong.ts";
import { hearToldByPhone } from "./told-by-phone.ts";
import { hearSearch } from "./search-asked.ts";

const ALL_GRANTED =
  /^(?:把)?(?:等着的|等批的|待批的|这些|那些|所有的?|剩下的|他们的)*(?:请?假)?(?:全部|全都?|都|统统|一起|一并)(?:给我|替我|帮我)?(?:(?:准|批)(?:了|准|假|了假|准了|请假)?|同意(?:了)?请?假)$/u;
/**
 * What staff say of leave and of activities in words of their own: leave is granted that was just asked for, or all, who
 * has not answered is chased, an activity is called off, and what several did together is entered. And leave for somebody else, which nobody asks for but that
 * deputy. Undefined for all else.
 */
export function hearClerkWords(
  dialog: Dialog,
  { intent, onBehalf }: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined {
  const { text } = said;
  const line = withoutNumbers(text.normalize("NFKC")).replace(/[\s.!\u3002]+/gu, "");
  const staff = isStaff(facts.speaker);
  const granted = staff
    ? (hearGranted(dialog, line, text) ??
      hearToldByPhone(dialog, text, facts) ??
      hearFinalTold(dialog, text, facts) ??
      hearAnswersAsked(dialog, said, facts))
    : undefined;
  if (granted !== undefined) return granted;
  const search = hearSearch(dialog, said, facts) ?? hearLeavesAsked(dialog, text, facts);
  if (search !== undefined) return search;
  if (intent === "leave" && onBehalf !== undefined)
    return say(dialog, { kind: "activity.leave-hint", of: staff ? "for-a-deputy" : "for-another" });
  if (!staff) return undefined;
  const several =
    hearVerifying(dialog, said, facts) ??
    hearSendingBack(dialog, said, facts) ??
    hearSaidWrong(dialog, said, facts) ??
    hearClerkAsks(dialog, said, facts);
  return (
    several ??
    hearActivityAsked(dialog, text, facts) ??
    hearCalledOff(dialog, line, said, facts) ??
    hearForBoth(dialog, said, facts)
  );
}

function hearGranted(dialog: Dialog, line: string, text: string): Turn | undefined {
  const activity = activityIn(text);
  const which = activity === undefined ? {} : { activity };
  const said = { approve: true, note: "", ...which } as const;
  if (ALL_GRANTED.test(line))
    return ask(dialog, { do: "activity.decide-leaves", names: "everybody", ...said });
  return isBareGrant(line)
    ? ask(dialog, { do: "activity.decide-leave", name: "", surname: "", ask: true, ...said })
    : undefined;
}

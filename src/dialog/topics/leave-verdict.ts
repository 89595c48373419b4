import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import { findCommand } from "../commands.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readLeaveVerdict } from "../read-leave-verdict.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

/**
 * What staff say of a deputy's leave in words of their own decides on it, shown before it is done: 老周请假我同意了. A
 * question shows what waits, or what was decided. Undefined for all else, and for orders.
 */
export function hearLeaveVerdict(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || findCommand(text) !== undefined) return undefined;
  if (isAboutWaiting(text, facts)) return ask(dialog, { do: "figures.todo", what: "leaves" });
  const read = readLeaveVerdict(text, facts.people, facts.today);
  if (read === undefined) return undefined;
  const { means, names, surname, on, days, all, late, note } = read;
  if (means === "both") return ask(dialog, { do: "figures.todo", what: "leaves" });
  const activity = activityIn(text);
  const which = activity === undefined ? {} : { activity };
  const said = { approve: means !== "refused", note, ...which };
  const [name = "", ...others] = names;
  const isSeveral = others.length > 0 || (name !== "" && (all || days.length > 1));
  // What is refused without a reason, or asked, is shown one by one.
  if (isSeveral && (others.length > 0 || (means === "granted" && late === undefined)))
    return ask(dialog, {
      do: "activity.decide-leaves",
      names,
      ...said,
      ...(days.length === 0 ? {} : { days }),
    });
  return ask(dialog, {
    do: "activity.decide-leave",
    name,
    ...said,
    ask: true,
    ...(surname === undefined ? {} : { surname }),
    ...(on === undefined ? {} : { on }),
    ...(late === undefined ? {} : { late }),
  });
}

const WAITS =
  /假[^,。?]{0,10}(?:没有?(?:批|准)|待批|未批|等[^,。]{0,3}批)|(?:待批|没批|未批|等[^,。]{0,3}批)[^,。]{0,4}假/u;
const GRANTS_ALL = /(?:全部?|都|一起|统统)[^,。]{0,4}[批准]/u;
const OWN = /我(?:的|请|自己)[^,。]{0,3}假/u;

// 待批的请假, 请假的还有谁没批, 有没有人请假等我批: what waits, and nobody by name.
const isAboutWaiting = (text: string, { people }: Facts): boolean =>
  text.length <= 30 &&
  WAITS.test(text) &&
  !OWN.test(text) &&
  !GRANTS_ALL.test(text) &&
  !people.some((name) => text.includes(name));

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
  const read = readLeaveVerdict(text, facts.people, facts.today);
  if (read === undefined) return undefined;
  const { means, names, surname, on, late, note } = read;
  if (means === "both") return ask(dialog, { do: "figures.todo", what: "leaves" });
  const activity = activityIn(text);
  const which = activity === undefined ? {} : { activity };
  const said = { approve: means !== "refused", note, ...which };
  const [name = "", ...others] = names;
  if (others.length > 0) return ask(dialog, { do: "activity.decide-leaves", names, ...said });
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

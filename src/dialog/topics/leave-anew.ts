import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readLeaveAnew } from "../read-leave-anew.ts";
import { hearLeave } from "./leave.ts";
import type { Said } from "./report.ts";
import { hearSeveral } from "./several.ts";

/**
 * 说错了,是21号请假: leave that was just asked for is put right, and no record. The words say what is wanted now; that what
 * was asked for before stands is said where something was, for nobody took it back. Undefined for all else.
 */
export function hearLeaveAnew(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker, invitations = [], sittings = [] } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  const words = readLeaveAnew(said.text);
  if (words === undefined) return undefined;
  const again = { ...said, text: words };
  const turn = hearSeveral(dialog, again, facts) ?? hearLeave(dialog, again, facts);
  return [...invitations, ...sittings].some(({ answer }) => answer === "leave")
    ? { ...turn, replies: [{ kind: "activity.leave-hint", of: "earlier-stands" }, ...turn.replies] }
    : turn;
}

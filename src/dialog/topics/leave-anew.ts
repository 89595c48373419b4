import type { Facts } from "#src/domain/facts.ts";
import { wantsLeave } from "#src/understanding/leave.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearLeave } from "./leave.ts";
import type { Said } from "./report.ts";
import { hearSeveral } from "./several.ts";

const LEAD =
  /^(?:哎呀?|不对|不是|刚才|刚刚|我|说|记|写|搞|弄|讲|错|了|啦|更正|一下|应该|是|[\s,:。])*(?:错了?|不对|更正)[,:\s\u3002]*(?:应该)?是?/u;
const NOT_THAT = /[,\s]*不是[^,]{1,12}$/u;

/**
 * 说错了,是21号请假: leave that was just asked for is put right, and no record. The words say what is wanted now; that what
 * was asked for before stands is said, for nobody took it back. Undefined for all else.
 */
export function hearLeaveAnew(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker } = facts;
  const text = said.text.normalize("NFKC").trim();
  const lead = LEAD.exec(text)?.[0] ?? "";
  if (speaker.kind !== "member" || speaker.mandates.length === 0 || lead === "") return undefined;
  const words = text.slice(lead.length).replace(NOT_THAT, "");
  if (!wantsLeave(words)) return undefined;
  const again = { ...said, text: words };
  const turn = hearSeveral(dialog, again, facts) ?? hearLeave(dialog, again, facts);
  return { ...turn, replies: [{ kind: "activity.leave-hint", of: "earlier-stands" }, ...turn.replies] };
}

import type { Facts } from "#src/domain/facts.ts";
import type { DangerKind } from "#src/domain/danger-kind.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { readLeave } from "#src/understanding/leave.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { inFocus } from "../turns.ts";
import { answerAsked } from "./leave-answer.ts";
import type { Said } from "./report.ts";

// What befalls somebody's body; the rest goes on burning, flooding or drowning while leave is filed.
const OF_THE_BODY: ReadonlySet<DangerKind> = new Set<DangerKind>(["medical", "ill", "poison", "crash"]);
// What keeps one from coming, whatever it is: 路断了,出不来.
const KEPT =
  /[来去到出赶过]不(?:了|成|起|到|来|去)|(?:在|进|送)[^,\u3002]{0,4}医院|住院|(?:正?在|要|得)(?:去|回|处理|修)/u;
const OF_OTHERS = /有(?:个)?人|群众|居民|村民|路[边上]|学生|工人|快来|救命|救人/u;
// Nobody calls an ambulance for it.
const SLIGHT = /崴|扭|闪|腰|脚|腿|膝|牙|拉肚子|打针|狗咬|抛锚|出院|在医院|住院/u;
const GRAVE =
  /(?<![路水电])断(?!.*(?:石膏|医院|手术|接好))|血(?!压|糖|脂)|昏|晕倒|休克|(?:煤气|一氧化碳|农药|酒精|毒菌)中毒|抽搐|喘不|呼吸困难|没知觉|心(?:梗|脏|口|慌)/u;

/**
 * An ailment that is told while it is asked why leave is wanted is why: 脚崴了,走不动路. Where it may be worse, whom to
 * call stands before it. Undefined for all else, and for what others suffer.
 */
export function hearAilment(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const open = inFocus(dialog);
  if (open?.at !== "leave" || open.asked.of === "activity.why-refuse" || OF_OTHERS.test(text))
    return undefined;
  const danger = findDanger(text);
  if (danger === undefined || !(OF_THE_BODY.has(danger) || isIll(text) || KEPT.test(text))) return undefined;
  const turn = answerAsked(dialog, open.asked, text, facts);
  if (SLIGHT.test(text) && !GRAVE.test(text)) return turn;
  const call = { kind: "danger.call", danger: isIll(text) ? "medical" : danger } as const;
  return { ...turn, replies: [call, ...turn.replies] };
}

const isIll = (text: string): boolean => readLeave(`请假,${text}`, []).reason === "illness";

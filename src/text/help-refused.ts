import type { GateRefusal } from "#src/domain/request.ts";
import type { Audience } from "./audience.ts";
import { type Rendered, words } from "./rendered.ts";

/** Tells somebody that the gate does not let a wish through, and who does it; a role hears of no command that it may not use. */
export function gateRefused({
  why,
  audience,
}: {
  readonly why: GateRefusal;
  readonly audience?: Audience;
}): Rendered {
  const [what, cure] = REFUSED[why];
  const looksAfter = audience === "staff" || audience === "office" || audience === "deputy-and-staff";
  if (audience === "unit" && why !== "not-bound") return words("这件事不由承办单位来办。", SEE_HELP);
  return words(what, why === "deputies-only" && !looksAfter ? SEE_HELP : cure);
}

const SEE_HELP = "您能做的,说“帮助”就能看到。";
const REFUSED = {
  "not-bound": ["这件事要先认识您才能办。", "代表和工作人员:请发来绑定码,没有就找镇街人大或代表工委要。"],
  "deputies-only": ["这件事由代表本人来办。", "工作人员替代表记,请说:代报 李明 昨天走访3户"],
  "staff-only": ["这件事由工作人员来办。", SEE_HELP],
  "office-only": ["这件事由区人大代表工委登记。", "情况有变,请告诉代表工委。"],
  "no-active-mandate": ["您的代表职务目前没有生效,不能记履职。", "有疑问请联系代表工委。"],
  "office-task": ["这件事由区人大代表工委来办。", "需要办理的,请转告代表工委。"],
  "code-task": ["绑定码和解绑由镇街人大或区人大代表工委来办。", "请把是哪一位告诉他们。"],
} as const satisfies Record<GateRefusal, readonly [string, string]>;

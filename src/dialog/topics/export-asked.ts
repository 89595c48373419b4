import type { Facts } from "#src/domain/facts.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { readLeast } from "../read-least.ts";
import { ask, say } from "../turns.ts";
import { hearUnheeded } from "../unheeded.ts";
import { absenceBasis, missingBasis } from "./lists-asked.ts";
import type { Said } from "./report.ts";

const OPEN = /待办|在办|没有?(?:办|处理|答复)|未(?:办|处理|答复)/u;

/** A table asked for in plain words: of the list that they name, or of the figure. */
export function exportAsked(dialog: Dialog, query: AskedFigure, said: Said, facts: Facts): Turn {
  const text = said.text.normalize("NFKC");
  const { messageId } = said;
  if (/缺席|缺勤|没到会/u.test(text)) {
    const { least } = readLeast(text);
    return ask(dialog, { do: "export.absences", messageId, basis: absenceBasis(query, facts, least) });
  }
  if (/未报|没有?报|没有?记录/u.test(text))
    return ask(dialog, { do: "export.missing", messageId, basis: missingBasis(query, facts) });
  if (/意见/u.test(text) && !/我的意见/u.test(text)) {
    const open = OPEN.test(text) ? ({ open: true } as const) : {};
    return ask(dialog, {
      do: "export.opinions",
      messageId,
      basis: { ...basisOf(query, facts), ...readOpinionKind(text).which, ...open },
    });
  }
  if (/待办/u.test(text))
    return say(dialog, { kind: "export.not-made", why: "no-table", list: "待办", words: "待办" });
  const unheeded = hearUnheeded(dialog, query, text, facts);
  if (unheeded !== undefined) return unheeded;
  return ask(dialog, { do: "export.make", messageId, basis: basisOf(query, facts) });
}

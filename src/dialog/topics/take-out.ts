import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { neverWas, takenOut } from "../taken-out.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * What somebody wants out that is named and no number is said of, or says that it never was: it is shown, and a tap
 * takes it out. Nothing of the kind is a report. Undefined for all else.
 */
export function hearTakenOut(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const out = takenOut(text, facts);
  if (out !== undefined) return ask(dialog, { do: "report.which", like: out });
  const denied = neverWas(text, facts);
  return denied === undefined ? undefined : ask(dialog, { do: "report.which", like: denied, only: true });
}

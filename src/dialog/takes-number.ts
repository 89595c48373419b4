import type { CardField } from "#src/domain/requests/report.ts";
import type { Dialog } from "./dialog.ts";
import { inFocus } from "./turns.ts";

const SPOKEN = new Set<CardField | "intent">(["end", "time", "place", "count", "text"]);

/** True while something is asked that a bare number may answer: it is then no choice of an earlier menu. */
export function takesNumber(dialog: Dialog): boolean {
  const pending = inFocus(dialog);
  if (pending?.at === "activity") return pending.asked !== "year";
  const asked = pending?.at === "report" ? pending.questions[0]?.field : undefined;
  return asked !== undefined && SPOKEN.has(asked);
}

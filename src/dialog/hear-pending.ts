import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Pending, Turn } from "./dialog.ts";
import { isUnfinished } from "./topics/drop-unfinished.ts";
import { hearSure } from "./topics/hear-sure.ts";
import { hearUnfinished } from "./topics/hear-unfinished.ts";
import { hearOnCard } from "./topics/on-card.ts";
import type { Said } from "./topics/report.ts";
import { hearOnSuggestion } from "./topics/suggestion.ts";
import { hearName } from "./topics/whose.ts";

/** What a message means for what is open; undefined where it is about something else. */
export function hearPending(dialog: Dialog, pending: Pending, said: Said, facts: Facts): Turn | undefined {
  if (pending.at === "report")
    return (
      hearOnCard(dialog, pending, said, facts) ??
      (pending.whose === undefined ? undefined : hearName(dialog, pending, said))
    );
  if (isUnfinished(pending)) return hearUnfinished(dialog, pending, said, facts);
  if (pending.at === "sure") return hearSure(dialog, pending, said, facts);
  return hearOnSuggestion(dialog, pending, said, facts);
}

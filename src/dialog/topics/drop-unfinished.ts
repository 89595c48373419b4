import type { Dialog, LeaveCard, MandateCard, Pending, Turn } from "../dialog.ts";
import type { ActivityCard, SessionCard } from "../plan/plan-card.ts";
import { dropDraft } from "./activity.ts";
import { dropLeave } from "./leave.ts";
import { dropMandate } from "./mandate.ts";
import { dropSession } from "./session.ts";

/** What lacks a piece that is asked about. */
export type Unfinished = ActivityCard | LeaveCard | MandateCard | SessionCard;

/** True for what lacks a piece that is asked about. */
export const isUnfinished = (pending: Pending): pending is Unfinished =>
  pending.at === "activity" || pending.at === "leave" || pending.at === "mandate" || pending.at === "session";

/** Forgets what lacked a piece and was asked about. */
export function dropUnfinished(dialog: Dialog, pending: Unfinished): Turn {
  switch (pending.at) {
    case "activity":
      return dropDraft(dialog, pending);
    case "leave":
      return dropLeave(dialog);
    case "mandate":
      return dropMandate(dialog, pending);
    case "session":
      return dropSession(dialog, pending);
  }
}

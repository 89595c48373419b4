import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearOnDraft } from "./activity.ts";
import { hearCame } from "./attended.ts";
import { comesInstead } from "./comes-instead.ts";
import type { Unfinished } from "./drop-unfinished.ts";
import { hearOnLeave } from "./leave.ts";
import { hearOnMandate } from "./mandate.ts";
import type { Said } from "./report.ts";
import { hearOnSession } from "./session.ts";

/** What a message means while a missing piece is asked about; undefined where it is about something else. */
export function hearUnfinished(
  dialog: Dialog,
  pending: Unfinished,
  said: Said,
  facts: Facts,
): Turn | undefined {
  switch (pending.at) {
    case "activity":
      return hearCame(dialog, said, facts) ?? hearOnDraft(dialog, pending, said, facts);
    case "leave":
      return comesInstead(dialog, pending, said, facts) ?? hearOnLeave(dialog, pending, said, facts);
    case "mandate":
      return hearOnMandate(dialog, pending, said, facts);
    case "session":
      return hearOnSession(dialog, pending, said);
  }
}

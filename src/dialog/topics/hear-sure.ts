import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, SureCard, Turn } from "../dialog.ts";
import { hearOnPlan } from "./activity.ts";
import { hearCame } from "./attended.ts";
import { correctSimilar } from "./correct-similar.ts";
import { hearOnAttach } from "./on-attach.ts";
import type { Said } from "./report.ts";
import { hearOnSure } from "./sure.ts";

/** What a message means while a yes is waited for; undefined where it is about something else. */
export const hearSure = (dialog: Dialog, card: SureCard, said: Said, facts: Facts): Turn | undefined =>
  hearOnAttach(dialog, card, said, facts) ??
  hearOnSure(dialog, card, said, facts) ??
  correctSimilar(dialog, card, said, facts) ??
  // Who came to what is over is no piece of what is ahead.
  hearCame(dialog, said, facts) ??
  hearOnPlan(dialog, card, said, facts);

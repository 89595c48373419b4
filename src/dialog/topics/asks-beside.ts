import type { Facts } from "#src/domain/facts.ts";
import { asksOfDeeds } from "../asks-of-deeds.ts";
import { isStaff } from "../audience.ts";
import type { Dialog } from "../dialog.ts";
import { hearOtherPeriod } from "../other-period.ts";
import { hearPersonAsked } from "./person-asked.ts";
import type { Said } from "./report.ts";
import { hearStaffAsked } from "./staff-asked.ts";

/** True where staff turn from an open card to figures, in words that answer nothing on it: 小组活动到会率, 东风镇呢. */
export const asksBeside = (dialog: Dialog, said: Said, facts: Facts): boolean =>
  isStaff(facts.speaker) &&
  (asksOfDeeds(said.text, facts) !== undefined || isAboutFigures(dialog, said, facts));

const isAboutFigures = (dialog: Dialog, said: Said, facts: Facts): boolean =>
  (hearStaffAsked(dialog, said, facts) ??
    hearPersonAsked(dialog, said, facts) ??
    (/呢[?。!]*$/u.test(said.text.trim()) ? hearOtherPeriod(dialog, said, facts) : undefined)) !== undefined;

import type { AbsenceAct } from "./requests/absence.ts";
import type { AccountAct } from "./requests/account.ts";
import type { ActivityAct } from "./requests/activity.ts";
import type { AttendanceAct } from "./requests/attendance.ts";
import type { DeadlineAct } from "./requests/deadline.ts";
import type { FigureBasis } from "./figures/figure-basis.ts";
import type { MandateAct } from "./requests/mandate.ts";
import type { ObligationAct, OwedPageAct } from "./requests/obligation.ts";
import type { ShareAct } from "./requests/share.ts";
import type { WhoseAct } from "./requests/whose.ts";
import type { Amendment } from "./requests/amendment.ts";
import type { ReportAct } from "./requests/report.ts";

/** What a tap means. Kept with the choice's random id, so that nothing about it can be guessed or forged. */
export type Act =
  | ReportAct
  | WhoseAct
  | AccountAct
  | MandateAct
  | ShareAct
  | ActivityAct
  | AbsenceAct
  | AttendanceAct
  | DeadlineAct
  | ObligationAct
  | OwedPageAct
  /** Shows what one line of a divided figure was made of. */
  | { readonly do: "figures.count"; readonly basis: FigureBasis }
  | ListPageAct
  /** Changes the one of several records that a correction was meant for. */
  | { readonly do: "report.amend"; readonly number: string; readonly amendment: Amendment }
  /** Says words on the person's behalf: menus and examples. */
  | { readonly do: "say"; readonly text: string };

/** Shows another page of a list, of the same people in the same stretch. */
export type ListPageAct = {
  readonly do: "figures.absences" | "figures.leaves" | "figures.missing" | "figures.backlog";
  readonly basis: FigureBasis;
  readonly page: number;
};

import type { AttendedKind } from "../activity.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { OpinionCategory } from "../opinion-category.ts";
import type { FigurePeriod } from "./figure-period.ts";
import type { RecordMark } from "./record-mark.ts";

/** What a figure is about, in words that the speaker may see. */
export type Subject = FigurePeriod & {
  /** Names of orgs and deputies; null for the speaker's own, of which `place` has only what was done there. */
  readonly whose: string | null;
  /** Places that were named beside others and are not there for whoever asks: it is of those others alone. */
  readonly without?: readonly string[];
  readonly place?: string;
  readonly kind?: DutyKind;
  /** Of records only those that are marked so. */
  readonly mark?: RecordMark;
  /** Of attendance only that at this kind of meeting. */
  readonly meeting?: AttendedKind;
  /** Of absences only those of deputies who have at least so many. */
  readonly least?: number;
  /** Of opinions only those that nobody has dealt with yet, those about this, and the urgent ones. */
  readonly open?: true;
  readonly category?: OpinionCategory;
  readonly urgent?: true;
  /** In whose words this stands, and which wait longer than so many days. */
  readonly word?: string;
  readonly waiting?: number;
};

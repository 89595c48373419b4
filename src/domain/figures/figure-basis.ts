import type { AttendedKind } from "../activity.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { OpinionCategory } from "../opinion-category.ts";
import type { AskedTerm } from "./asked-term.ts";
import type { RecordMark } from "./record-mark.ts";
import type { FigurePeriod } from "./figure-period.ts";

/** What a figure was worked out from: enough to work it out again, to cut it another way, or to list its records. */
export type FigureBasis = FigurePeriod & {
  readonly kind?: DutyKind;
  /** Of records only those that are marked so. */
  readonly mark?: RecordMark;
  /** Name of an organisation or place, as it was asked for. */
  readonly org?: string;
  /** Names of several of them, which the figure is of together; each has a line of its own where it is divided by them. */
  readonly orgs?: readonly string[];
  /** Name of the one deputy it is about. */
  readonly person?: string;
  /** Lines of divided figures that were tapped, one after the other: only what they were made of. */
  readonly parts?: readonly FigurePart[];
  /** Of absences only those of deputies who have at least so many. */
  readonly least?: number;
  /** Of attendance a line for each of these. */
  readonly each?: "township" | "group" | "station";
  /** Of deputies who were called at all only those who were never absent, or came every time. */
  readonly always?: "not-absent" | "present";
  /** Of attendance only that at this kind of meeting; of the congress that at its sittings. */
  readonly meeting?: AttendedKind;
  /** Of opinions only those that nobody has dealt with yet. */
  readonly open?: true;
  /** Of a list of opinions also those that are dealt with. */
  readonly every?: true;
  /** Of opinions only those about this. */
  readonly category?: OpinionCategory;
  /** Of opinions only those that are urgent. */
  readonly urgent?: true;
  /** Of leave only that from the activity with this number. */
  readonly activity?: string;
  /** Of opinions only those in whose words this stands. */
  readonly word?: string;
  /** Of opinions only those that wait longer than so many days. */
  readonly waiting?: number;
  /** The speaker's own duty, whatever else the speaker may see. */
  readonly own?: true;
  /** The term of a congress that the days are of, until somebody looks them up. */
  readonly term?: AskedTerm;
};

/** One line of a figure divided by orgs or deputies, by its row. */
export type FigurePart = { readonly by: "township" | "group" | "station" | "deputy"; readonly id: number };

/** What a figure can be divided by, with the word for it. */
export const CUTS = {
  kind: "类型",
  township: "镇街",
  group: "小组",
  station: "联络站",
  deputy: "代表",
  month: "月",
} as const satisfies Record<string, string>;

/** What a figure is divided by. */
export type Cut = keyof typeof CUTS;

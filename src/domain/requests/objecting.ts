import type { Day } from "../day.ts";
import type { LeaveReason } from "../leave-reason.ts";
import type { ToldAbsence } from "./absence.ts";

/** An absence that words may object to; `belated`: leave from it may still be asked for as well. */
export type ContestedAbsence = ToldAbsence & { readonly belated: boolean };

/** A deputy's words may object to one of these absences: to the only one, or which one is asked. */
export type ObjectingQuestion = {
  readonly kind: "sure.objecting";
  readonly text: string;
  readonly absences: readonly ContestedAbsence[];
  /** The number or the day that was said, of no absence that was told of. */
  readonly unknown?: string;
  readonly unknownOn?: Day;
  /** Why the deputy was away, where the words say so. */
  readonly away?: LeaveReason;
  /** The words may as well ask for leave from what is ahead. */
  readonly ahead?: true;
};

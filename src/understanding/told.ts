import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Askable } from "./understanding.ts";

/** A record and the words that tell of it. */
export type RecordPart = {
  readonly kind: DutyKind;
  /** Another kind that is as likely. */
  readonly rival?: DutyKind;
  /** True where the kind is only guessed from the words around. */
  readonly guessed?: true;
  /** What its words leave open. */
  readonly open?: readonly Askable[];
  readonly text: string;
};

/** What a message tells: records, the opinions of residents item by item, and what stood around them. */
export type Story = {
  readonly records: readonly RecordPart[];
  readonly voices: readonly string[];
  /** Words that belong to no record and to no opinion. */
  readonly lead: string;
  /** A duty was named that is still to come or was not done. */
  readonly undone: boolean;
};

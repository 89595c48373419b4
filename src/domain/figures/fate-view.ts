import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { Page } from "./figure-view.ts";
import type { Subject } from "./subject.ts";

/** What staff did with a deputy's records: they wrote them down, or sent them back. */
export type Handled = "entered" | "returned";

/**
 * What became of a record: its deputy's word is awaited, was yes, was no, or never came and it counts; it is sent back and
 * waits to be put right, was put right, or was taken back.
 */
export type Fate = "waiting" | "agreed" | "denied" | "unanswered" | "returned" | "amended" | "withdrawn";

/** One record that staff wrote down or sent back. */
export type FateLine = {
  readonly number: string;
  readonly name: string;
  readonly kind: DutyKind;
  /** When it was done. */
  readonly date: Day;
  readonly fate: Fate;
  readonly verified: boolean;
  /** Of what waits for a word: from then on it counts without one. */
  readonly until?: Day;
};

/** What became of them, what still waits first. */
export type FatesView = {
  readonly kind: "figures.fates";
  readonly of: Handled;
  readonly subject: Subject;
  /** The name that was asked for. */
  readonly person?: string;
  /** How many still wait. */
  readonly open: number;
  readonly lines: Page<FateLine>;
};

import type { Day } from "./day.ts";
import type { Speaker } from "./person.ts";

/** What a conversation may know besides its own state. */
export type Facts = {
  readonly now: Date;
  readonly zone: string;
  /** The district's calendar day of `now`. */
  readonly today: Day;
  readonly speaker: Speaker;
  /** Names of deputies. */
  readonly people: readonly string[];
  /** Known places and organisations. */
  readonly places: readonly string[];
  /** The notice of privacy has not been shown to this account yet. */
  readonly firstContact: boolean;
};

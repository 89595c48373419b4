/** Why a wish about what staff wrote down for a deputy cannot be met. */
export type EnteredRefusal =
  /** Nothing that was entered for this deputy waits for a word. */
  | "nothing-entered"
  /** Staff wrote it down, and its deputy said that it is right. */
  | "agreed-to"
  /** What staff wrote down for a deputy is taken back and told anew. */
  | "take-back-first";

/** What became of the companions of a record after they were changed, by name. */
export type CompanionsAmended = {
  /** They are asked now. */
  readonly asked: readonly string[];
  /** No longer named. */
  readonly dropped: readonly string[];
  /** They have said that they were there: that is their own word, and it stands. */
  readonly kept: readonly string[];
  /** They have said that they were not there. */
  readonly declined: readonly string[];
  /** No deputy of this name was in office then and is now. */
  readonly unknown: readonly string[];
};

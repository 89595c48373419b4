/** What became of everything a job found due. `due` is always the sum of the rest. */
export type Tally = {
  readonly due: number;
  readonly sent: number;
  /** Too late to be of use. */
  readonly expired: number;
  /** Said within another message. */
  readonly merged: number;
  /** Not to be said: on leave, done already, not in office. */
  readonly suppressed: number;
  /** No network took it. */
  readonly failed: number;
  readonly waiting: number;
};

export const NOTHING_DUE: Tally = {
  due: 0,
  sent: 0,
  expired: 0,
  merged: 0,
  suppressed: 0,
  failed: 0,
  waiting: 0,
};

import { daysBefore } from "./ago.ts";
import type { Day } from "./day.ts";
import type { Policy } from "./policy.ts";

/** By when a web session must have been used, and of whom a second factor is wanted on a day. */
export type SessionRules = {
  readonly usedSince: Date;
  readonly factorFor: Policy["second_factor"]["for"];
  readonly today: Day;
  /** Whoever needs one first since then may still do without. */
  readonly neededBefore: Date;
};

/** The rules of the policy at a moment: the door asks them with every request, and the night ends what they shut out. */
export const sessionRules = (
  { sessions, second_factor: factor }: Pick<Policy, "sessions" | "second_factor">,
  now: Date,
  today: Day,
): SessionRules => ({
  usedSince: daysBefore(now, sessions.idle_days),
  factorFor: factor.for,
  today,
  neededBefore: daysBefore(now, factor.set_up_days),
});

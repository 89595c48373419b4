import type { Day } from "../day.ts";
import { periodOf } from "../duty-period.ts";
import { isOwedBy, obligationDueDay, type Seat } from "../obligation.ts";
import type { Policy } from "../policy.ts";
import type { FigurePeriod } from "./figure-period.ts";

/** Something a deputy owes in a period. */
export type Expected = {
  readonly rule: string;
  readonly period: string;
  readonly title: string;
  readonly dueOn: Day;
  /** How many are still missing; 1 for a report to hand in, 0 or less where it is done. */
  readonly missing: number;
  /** It is done by records, however many. */
  readonly counted: boolean;
};

/** What has been done towards obligations: how often each kind of record in a period, and what was handed in. */
export type Done = {
  readonly countOf: (kinds: readonly string[], period: FigurePeriod) => number;
  /** `rule period-id` of what was handed in. */
  readonly submitted: ReadonlySet<string>;
};

/**
 * What somebody with these seats in one congress owes for the periods that `today` lies in, earliest first, with how
 * much of it is missing: nothing, where it is done.
 */
export function expectedOf(policy: Policy, seats: readonly Seat[], today: Day, done: Done): Expected[] {
  return Object.entries(policy.obligations)
    .flatMap(([rule, obligation]): Expected[] => {
      if (obligation.period === "term") return [];
      const period = periodOf(obligation.period, today);
      if (!isOwedBy(obligation, seats, period)) return [];
      const { needs, title } = obligation;
      const dueOn = obligationDueDay(obligation, period);
      const missing =
        "records" in needs
          ? needs.at_least - done.countOf(needs.records, period)
          : done.submitted.has(`${rule} ${period.id}`)
            ? 0
            : 1;
      return [{ rule, period: period.id, title, dueOn, missing, counted: "records" in needs }];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

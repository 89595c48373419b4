import type { Day } from "../day.ts";
import { periodOf } from "../duty-period.ts";
import { isOwedBy, obligationDueDay, type Seat } from "../obligation.ts";
import type { Policy } from "../policy.ts";
import type { FigurePeriod } from "./figure-period.ts";
import type { Expected } from "./figure-view.ts";

/** What has been done towards obligations: how often each kind of record in a period, and what was handed in. */
export type Done = {
  readonly countOf: (kinds: readonly string[], period: FigurePeriod) => number;
  /** `rule period-id` of what was handed in. */
  readonly submitted: ReadonlySet<string>;
};

/** What somebody with these seats in one congress still owes for the periods that `today` lies in, earliest first. */
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
      return missing > 0 ? [{ title, dueOn, missing }] : [];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

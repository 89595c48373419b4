import type { Tx } from "#db/client.ts";
import {
  deleteOwedOfEndless,
  insertObligations,
  listTerms,
  markFulfilledByRecords,
  type PeriodDue,
  type Term,
} from "#db/queries/obligations.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { type DutyPeriod, periodOf } from "#src/domain/duty-period.ts";
import { type Obligation, obligationDueDay } from "#src/domain/obligation.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { World } from "#src/domain/rules.ts";

/**
 * Brings the list of what everybody owes up to date: the periods that these days are in, and what records have
 * fulfilled, also in periods before them: what was done on the last days of a year is often reported in the next.
 * Running it again changes nothing.
 */
export async function bringObligationsUpToDate(
  tx: Tx,
  world: Pick<World, "now" | "policy">,
  days: readonly [Day, Day],
): Promise<void> {
  const terms = await listTerms(tx);
  for (const [rule, obligation] of Object.entries(world.policy.obligations)) {
    const { period: kind, needs } = obligation;
    const periods: readonly (DutyPeriod & { readonly of?: Term })[] =
      kind === "term"
        ? terms.map((term) => ({ ...term, of: term }))
        : distinct(days.map((day) => periodOf(kind, day)));
    if (kind === "term") await deleteOwedOfEndless(tx, rule, terms);
    for (const { of: term = null, ...period } of periods) {
      const due = dueOf(rule, obligation, period);
      if (term === null) await insertObligations(tx, due);
      else if (term.to >= days[0])
        await insertObligations(tx, { ...due, toldDue: stillToMeet(due, days[0]) }, term);
    }
    if (!("records" in needs)) continue;
    const records = needs.records.filter(isDutyKind);
    const before = kind === "term" ? [] : periodsBefore(kind, days[0], world.policy.records.late_days);
    for (const period of distinct<DutyPeriod>([...before, ...periods]))
      await markFulfilledByRecords(
        tx,
        dueOf(rule, obligation, period),
        { records, atLeast: needs.at_least },
        waitedSince(world),
      );
  }
}

// The end of a term is often registered when the day by which something was due before it is over: then it is due by the
// end itself. Of a term that is over altogether nothing new is asked.
const stillToMeet = ({ dueOn, period }: PeriodDue, day: Day): Day =>
  dueOn >= day || period.to < dueOn ? dueOn : period.to;

const dueOf = (rule: string, obligation: Obligation, period: DutyPeriod): PeriodDue => ({
  rule,
  obligation,
  period,
  dueOn: obligationDueDay(obligation, period),
});

/** The periods of a kind that end so short a time before a day that their records may still change. */
function periodsBefore(
  kind: Exclude<Obligation["period"], "term">,
  day: Day,
  lateDays: number,
): readonly DutyPeriod[] {
  const found: DutyPeriod[] = [];
  for (let look = periodOf(kind, day); ; look = periodOf(kind, addDays(look.from, -1))) {
    if (look.to < addDays(day, -lateDays)) return found;
    found.push(look);
  }
}

const distinct = <T extends { readonly id: string }>(periods: readonly T[]): readonly T[] => [
  ...new Map(periods.map((period) => [period.id, period])).values(),
];

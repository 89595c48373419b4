import type { Tx } from "#db/client.ts";
import {
  insertObligations,
  listTerms,
  markFulfilledByRecords,
  type PeriodDue,
} from "#db/queries/obligations.ts";
import type { Day } from "#src/domain/day.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { periodOf } from "#src/domain/duty-period.ts";
import { obligationDueDay } from "#src/domain/obligation.ts";
import type { Policy } from "#src/domain/policy.ts";

/**
 * Brings the list of what everybody owes up to date: the periods that these days are in, and what records have
 * fulfilled. Running it again changes nothing.
 */
export async function bringObligationsUpToDate(
  tx: Tx,
  policy: Policy,
  days: readonly [Day, Day],
): Promise<void> {
  const terms = await listTerms(tx);
  for (const [rule, obligation] of Object.entries(policy.obligations)) {
    const { period: kind, needs } = obligation;
    const periods = kind === "term" ? terms : distinct(days.map((day) => periodOf(kind, day)));
    for (const period of periods) {
      const due: PeriodDue = { rule, obligation, period, dueOn: obligationDueDay(obligation, period) };
      await insertObligations(tx, due, "term" in period ? String(period.term) : null);
      if (!("records" in needs)) continue;
      const records = needs.records.filter(isDutyKind);
      await markFulfilledByRecords(tx, due, { records, atLeast: needs.at_least });
    }
  }
}

const distinct = <T extends { readonly id: string }>(periods: readonly T[]): readonly T[] => [
  ...new Map(periods.map((period) => [period.id, period])).values(),
];

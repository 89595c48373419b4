import type { Tx } from "#db/client.ts";
import { findRetentionReport } from "#db/queries/retention-report.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { RetentionOutcome } from "#src/domain/requests/retention.ts";
import { toErased } from "#src/domain/retention.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

const MONTH_MS = 30 * 86_400_000;

/** Says what was erased in the last night and in thirty days, a figure for each class and nobody's name. */
export async function showRetention(
  tx: Tx,
  _grant: Grant,
  { now, zone, policy }: World,
): Promise<RetentionOutcome> {
  const { lastAt, last, sum } = await findRetentionReport(tx, new Date(now.getTime() - MONTH_MS));
  return {
    of: "retention.shown",
    lastOn: lastAt === undefined ? null : localDay(lastAt, zone),
    last: toErased(last),
    month: toErased(sum),
    periods: policy.retention,
  };
}

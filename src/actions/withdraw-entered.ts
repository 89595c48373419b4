import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markWithdrawn, traceChanges } from "#db/queries/duty-records.ts";
import type { claimEnteredBy, EnteredBy } from "#db/queries/entered-by.ts";
import type { News } from "#src/domain/news.ts";
import type { ReportOutcome } from "#src/domain/requests/report.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { World } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

type Withdrawn = {
  readonly outcome: Extract<ReportOutcome, { of: "report.withdraw" }>;
  readonly news: readonly News[];
};

/** Who may take back what, by the rule of what waits for a deputy's word. */
export const toWriter = (
  { personId, scope }: Grant,
  world: Pick<World, "now" | "policy">,
): Parameters<typeof claimEnteredBy>[1] => ({ personId, scope, waitedSince: waitedSince(world) });

/**
 * Takes back what somebody of the staff wrote down for a deputy who has not spoken on it: nobody but the writer knows that it
 * was a slip. With a trace, and the deputy, who was asked about it, hears that it is gone.
 */
export async function withdrawEntered(
  tx: Tx,
  { personId: actorId, actorName: by }: Grant,
  records: readonly EnteredBy[],
  { now: at }: When,
): Promise<Withdrawn> {
  const ids = records.map((one) => one.id);
  const opinions = await markWithdrawn(tx, ids);
  await traceChanges(
    tx,
    ids.map((recordId) => ({
      recordId,
      byPerson: actorId,
      field: "state",
      before: "confirmed",
      after: "withdrawn",
      at,
    })),
  );
  await insertAudit(
    tx,
    ids.map((subjectId) => ({
      at,
      actorId,
      action: "report.withdraw",
      subject: "duty_record",
      subjectId,
    })),
  );
  const numbers = [...records.map((one) => one.number), ...opinions];
  return {
    outcome: {
      of: "report.withdraw",
      numbers,
      entered: [...new Set(records.map((one) => one.name))],
    },
    news: toNews(records, opinions.length, by),
  };
}

// Each hears once, of all that was told of him or her, and that what was heard is gone with it.
const toNews = (records: readonly EnteredBy[], opinions: number, by: string): News[] =>
  [...Map.groupBy(records, (one) => one.personId)].map(([to, theirs]) => ({
    to,
    key: `entered-withdrawn:${theirs.map((one) => one.number).join(",")}`,
    word: {
      kind: "report.entered-withdrawn",
      records: theirs.map(({ number, kind, date }) => ({ number, kind, date })),
      by,
      opinions,
    },
  }));

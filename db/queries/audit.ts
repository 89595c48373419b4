import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { audit } from "../schema/schedules.ts";

/** One line of the audit: ids only, never words. */
export type AuditLine = {
  readonly at: Date;
  readonly actorId: number | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: number | null;
};

/** Adds lines to the audit. A job seals them into the hash chain afterwards. */
export async function insertAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  await addLines(tx, lines);
}

const addLines = gathered<AuditLine, AuditLine>(async (tx, lines) => {
  await tx.insert(audit).values([...lines]);
  return lines;
});

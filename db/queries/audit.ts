import type { Tx } from "../client.ts";
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
  if (lines.length > 0) await tx.insert(audit).values([...lines]);
}
